import Foundation

/// A file that is being written: it takes its name when it is whole, and what had that name before stays until
/// then.
public final class FileDraft {
  /// Why a file was not written.
  public struct Failure: Error, Equatable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
    /// What the last call of the system said.
    init() { self.init(reason: String(cString: strerror(errno))) }
  }

  /// Where it is written.
  public let path: String
  private let folder: String

  private static let prefix = ".compaction-lab-"
  private static let suffix = ".draft"

  /// - Parameter folder: where the file is to be; made if it is missing.
  public init(in folder: String) throws(Failure) {
    if !FileManager.default.fileExists(atPath: folder),
      (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) == nil
    {
      throw Failure()
    }
    Self.removeLeftovers(in: folder)
    self.folder = folder
    path = "\(folder)/\(Self.prefix)\(getpid())-\(UUID().uuidString)\(Self.suffix)"
  }

  deinit { unlink(path) }

  /// Writes a file whole, or leaves it as it was.
  /// - Parameter write: writes it under the name that it is given.
  public static func make(
    _ file: String, _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    // Where a link leads; what it leads to is written, it stays.
    let goal = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    let draft = try FileDraft(in: goal.deletingLastPathComponent().path)
    try write(draft.path)
    try draft.finish(as: goal.path)
  }

  public static func make(_ file: String, text: String) throws(Failure) {
    try make(file) { (path: String) throws(Failure) in try write(text, path) }
  }

  static func write(_ text: String, _ path: String) throws(Failure) {
    let bytes = Array(text.utf8)
    guard let stream = fopen(path, "wxe") else { throw Failure() }
    let isTaken = fwrite(bytes, 1, bytes.count, stream) == bytes.count
    guard fclose(stream) == 0, isTaken else { throw Failure() }
  }

  /// Becomes a file, in place of one that was there.
  private func finish(as file: String) throws(Failure) {
    try flush()
    guard rename(path, file) == 0 else { throw Failure() }
    flushFolder()
  }

  /// Becomes a file only if there is none of that name.
  /// - Returns: whether there was none.
  func finish(asNew file: String) throws(Failure) -> Bool {
    try flush()
    // A hard link to the draft would take the name and the content at once, but not every disk has them.
    let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw Failure()
    }
    close(descriptor)
    guard rename(path, file) == 0 else {
      let failure = Failure()
      unlink(file)
      throw failure
    }
    flushFolder()
    return true
  }

  /// Has the disk hold all of it before it gets its name.
  private func flush() throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure() }
  }

  /// Has the disk hold the name, too.
  private func flushFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Drafts of programs that ended before they were whole.
  private static func removeLeftovers(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix(while: \.isNumber)) else { continue }
      if kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }
}
