import Foundation

/// The only place that asks the operating system for anything.
enum SystemCalls {
  /// Reads a regular file until the end, piece by piece: files under /proc have no size, and give at most a few pages
  /// a call.
  static func read(
    _ path: String, limit: Int, _ take: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    // Opening a pipe would wait for somebody to write.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: path) }
    guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
    var total = 0
    var piece: [UInt8] = []
    while try readChunk(of: descriptor, path, into: &piece) {
      guard piece.count >= 1 << 20 else { continue }
      total += piece.count
      guard total <= limit else { throw .tooLarge(path: path, limit: limit) }
      try take(piece)
      piece.removeAll(keepingCapacity: true)
    }
    guard total + piece.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    if !piece.isEmpty { try take(piece) }
  }

  /// Appends what one call gives; false at the end.
  private static func readChunk(
    of descriptor: Int32, _ path: String, into bytes: inout [UInt8]
  ) throws(FileFailure) -> Bool {
    let chunk = 1 << 16
    var code: Int32 = 0
    let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      let result = Foundation.read(descriptor, buffer.baseAddress, chunk)
      code = result < 0 ? errno : 0
      count = max(0, result)
    }
    guard code == 0 || code == EINTR else { throw failure(path, code) }
    bytes.append(contentsOf: more)
    return !more.isEmpty || code == EINTR
  }

  /// Writes to a file that has to be there, or that must not be there yet.
  static func write(_ bytes: [UInt8], to path: String, create: Bool) throws(FileFailure) {
    let flags = O_WRONLY | O_CLOEXEC | (create ? O_CREAT | O_EXCL : O_TRUNC)
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      written += count
    }
  }

  static func makeDirectory(_ path: String) throws(FileFailure) {
    guard mkdir(path, 0o755) == 0 else { throw failure(path) }
  }

  static func removeDirectory(_ path: String) throws(FileFailure) {
    guard rmdir(path) == 0 else { throw failure(path) }
  }

  static func sleep(_ time: Duration) {
    Thread.sleep(forTimeInterval: time / .seconds(1))
  }

  /// The architecture as the kernel's packages name it: arm64, x86_64.
  static func architecture() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "unknown" }
    let machine = withUnsafeBytes(of: name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return machine == "aarch64" ? "arm64" : machine
  }

  static func pageSize() -> Int { sysconf(Int32(_SC_PAGESIZE)) }

  static func failure(_ path: String, _ code: Int32 = errno) -> FileFailure {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    default: .failed(path: path, errno: code)
    }
  }

  /// Runs a command of the shell to its end and returns what it prints. It is ended when `isCancelled`
  /// says so, and when it prints nothing for as long as `patience`.
  static func output(
    of command: String, patience: Duration = .seconds(20), isCancelled: () -> Bool
  ) throws(FileFailure) -> [UInt8] {
    func failed(_ message: String) -> FileFailure { .commandFailed(command: command, message: message) }
    let process = Process()
    let printed = Pipe()
    let complaints = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = printed
    process.standardError = complaints
    do { try process.run() } catch { throw failed("can't be started: \(error)") }
    var polls = [printed, complaints].map {
      pollfd(fd: $0.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    }
    var texts: [[UInt8]] = [[], []]
    var lastWord = DispatchTime.now()
    var problem: String?
    while problem == nil, polls.contains(where: { $0.fd >= 0 }) {
      if poll(&polls, 2, 50) > 0 {
        lastWord = .now()
        for index in 0..<2 where polls[index].revents != 0 {
          guard try readChunk(of: polls[index].fd, command, into: &texts[index]) else {
            polls[index].fd = -1
            continue
          }
        }
      }
      if isCancelled() {
        problem = "cancelled"
      } else if DispatchTime.now() > lastWord + patience / .seconds(1) {
        problem = "no answer for \(patience.components.seconds) seconds"
      } else if texts.contains(where: { $0.count > 1 << 26 }) {
        problem = "it prints too much"
      }
    }
    if let problem {
      end(process)
      throw failed(problem)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(decoding: texts[1].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      throw failed("exit status \(process.terminationStatus)\(words.isEmpty ? "" : ": \(words)")")
    }
    return texts[0]
  }

  /// Ends the shell and what it has started, which share a process group. A gentler signal might be blocked:
  /// they inherit the mask of the thread that started them.
  private static func end(_ process: Process) {
    kill(-process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
