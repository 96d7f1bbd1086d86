/// A recording of one compaction run of a real kernel: the settings, the state before and after it, and what
/// the kernel's tracepoints said meanwhile.
///
/// Opening reads the settings and the state before. The state after and the trace are read when asked for.
public struct Capture: Sendable {
  public let info: CaptureInfo
  public let before: Snapshot
  /// What is missing, doubtful or not quite what the program knows, as far as it is known when opening.
  public let warnings: [CaptureWarning]
  private let folder: CaptureFolder

  /// Opens a folder in the layout of a capture.
  ///
  /// Throws where the rest would be of no use: no `info.txt`, `before/zoneinfo` or `before/kpageflags`, a file
  /// that is damaged, another page size or architecture.
  public init(folder path: String, files: FileReading = .system) throws(ReadFailure) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    folder = CaptureFolder(path: trimmed, files: files)
    info = try folder.read("info.txt")
    let infoPath = folder.path(of: "info.txt")
    guard info.pageSize == 4096 else {
      throw .malformed(
        FormatError(
          file: infoPath, problem: "pages of \(info.pageSize / 1024) KiB; only 4 KiB are understood"))
    }
    guard ["arm64", "aarch64", "x86_64"].contains(info.architecture) else {
      throw .malformed(
        FormatError(
          file: infoPath, problem: "architecture \(info.architecture); only arm64 and x86_64 are understood"))
    }
    before = try Snapshot("before", in: folder)
    var warnings: [CaptureWarning] = []
    if !info.release.isOfLine {
      warnings.append(
        CaptureWarning(
          file: infoPath,
          message:
            "kernel \(info.release.text): taken for a \(info.release.line.rawValue), the nearest one known"))
    }
    let lost = info.traceStats.reduce(0) { $0 &+ $1.lost }
    if lost > 0 {
      warnings.append(
        CaptureWarning(file: infoPath, message: "the trace overran: \(lost) events were lost"))
    }
    self.warnings = warnings + before.warnings
  }

  /// Reads the state after the run.
  public func after() throws(ReadFailure) -> Snapshot {
    try Snapshot("after", in: folder)
  }

  /// Reads the trace of the run.
  public func trace() throws(ReadFailure) -> Trace {
    try folder.read("trace")
  }

  /// What is doubtful about a trace of this capture.
  public func warnings(about trace: Trace) -> [CaptureWarning] {
    let file = folder.path(of: "trace")
    var warnings: [CaptureWarning] = []
    if trace.overrun > 0 || !trace.losses.isEmpty {
      let lost = trace.overrun &+ trace.losses.reduce(0) { $0 &+ ($1.events ?? 0) }
      warnings.append(CaptureWarning(file: file, message: "overran: \(lost) events or more were lost"))
    }
    if let entries = trace.header?.entriesInBuffer, entries > trace.lines.count {
      warnings.append(
        CaptureWarning(file: file, message: "cut short: \(trace.lines.count) of \(entries) events"))
    }
    return warnings
  }
}
