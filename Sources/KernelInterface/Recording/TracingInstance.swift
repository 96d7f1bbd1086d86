/// A trace buffer of its own in tracefs, with the events of compaction switched on: nobody else's tracing is
/// disturbed.
struct TracingInstance {
  private let path: String
  private let files: FileReading
  private let control: SystemControl

  /// KiB for each CPU.
  private static let bufferSize = 16384
  private static let events = ["compaction", "migrate/mm_migrate_pages"]

  /// Makes the buffer and starts it. One that an interrupted run has left is taken away first.
  init(name: String, files: FileReading, control: SystemControl) throws(FileFailure) {
    let top = "/sys/kernel/tracing"
    do throws(FileFailure) {
      _ = try files.contents("\(top)/events/compaction/enable")
    } catch {
      guard error == .missing(path: "\(top)/events/compaction/enable") else { throw error }
      throw .commandFailed(
        command: top, message: "no tracepoints of compaction; try: mount -t tracefs nodev \(top)")
    }
    path = "\(top)/instances/\(name)"
    self.files = files
    self.control = control
    remove()
    try control.makeDirectory(path)
    do throws(FileFailure) {
      try set("buffer_size_kb", "\(Self.bufferSize)")
      for event in Self.events { try set("events/\(event)/enable", "1") }
    } catch {
      remove()
      throw error
    }
  }

  /// Writes a line into the trace.
  func mark(_ text: String) throws(FileFailure) {
    try set("trace_marker", text)
  }

  /// Ends tracing.
  func stop() throws(FileFailure) {
    try set("tracing_on", "0")
  }

  func trace() throws(FileFailure) -> [UInt8] {
    try files.contents("\(path)/trace", limit: FileReading.mostTrace)
  }

  /// What was lost, and more, on one line; nil if there is no such CPU.
  func stats(cpu: Int) -> String? {
    guard let bytes = try? files.contents("\(path)/per_cpu/cpu\(cpu)/stats") else { return nil }
    return String(decoding: bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// Gives the buffer back. An instance that can't be removed does no harm.
  func remove() {
    try? control.removeDirectory(path)
  }

  private func set(_ file: String, _ text: String) throws(FileFailure) {
    try control.write("\(path)/\(file)", Array(text.utf8))
  }
}
