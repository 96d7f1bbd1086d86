import Foundation

/// Finds the program's content: the folder that holds `Assets` and `Lessons`.
public struct ContentLocator: Sendable {
  /// Given on the command line.
  public var option: String?
  public var environment: [String: String]
  /// The running program's file, links resolved.
  public var executable: String

  public init(
    option: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String = ContentLocator.runningExecutable
  ) {
    self.option = option
    self.environment = environment
    self.executable = executable
  }

  /// This program's own file.
  public static var runningExecutable: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
  }

  /// The environment variable that names the folder.
  public static let variable = "COMPACTION_LAB_CONTENT"

  /// No folder holds the content.
  public struct NotFound: Error, Equatable, Sendable, CustomStringConvertible {
    /// Every folder looked into, in order.
    public let tried: [String]
    public var description: String {
      "Assets and Lessons are not in \(tried.joined(separator: ", ")); "
        + "set \(ContentLocator.variable) to the folder that holds them"
    }
  }

  /// The first folder that holds `Assets` and `Lessons`. A folder named by the option or the
  /// environment is the only one looked into: a wrong name must not be papered over.
  public func locate() throws(NotFound) -> String {
    let folders = candidates
    guard let found = folders.first(where: holdsContent) else { throw NotFound(tried: folders) }
    return found
  }

  /// The folders worth a look, in order, each once.
  var candidates: [String] {
    if let option { return [option] }
    if let named = environment[Self.variable], !named.isEmpty { return [named] }
    let program = URL(fileURLWithPath: executable).deletingLastPathComponent()
    var folders = [program.appendingPathComponent("../share/compaction-lab").standardizedFileURL.path]
    var folder = program
    while folder.path != "/" {
      folders.append(folder.path)
      folder.deleteLastPathComponent()
    }
    for base in dataFolders { folders.append(base + "/compaction-lab") }
    return folders.reduce(into: []) { unique, folder in
      if !unique.contains(folder) { unique.append(folder) }
    }
  }

  /// By the XDG base directory rules.
  private var dataFolders: [String] {
    let home =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { $0 + "/.local/share" }
    let system =
      environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "/usr/local/share:/usr/share"
    return (home.map { [$0] } ?? []) + system.split(separator: ":").map(String.init)
  }

  private func holdsContent(_ folder: String) -> Bool {
    ["Assets", "Lessons"].allSatisfy { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }
}
