/// A recording of one compaction run of a real kernel: the settings, the state before and after it, and what
/// the kernel's tracepoints said meanwhile.
///
/// Opening reads the settings and the state before. The state after and the trace are read when asked for.
///
/// The folder has `info.txt`, `trace`, and in `before/` and `after/` the kernel's files `zoneinfo`,
/// `kpageflags`, `kpagecount`, `buddyinfo`, `pagetypeinfo`, `vmstat`, `meminfo`, `iomem`,
/// `extfrag.extfrag_index` and `extfrag.unusable_index`, with what only kernel memory shows where that could be
/// read: `pageblocks`, `freelists`, `pinned`. Each may be compressed, as `NAME.zst`.
public struct Capture: Sendable {
  public let info: CaptureInfo
  public let before: Snapshot
  /// What is missing, doubtful or not quite what the program knows, as far as it is known when opening.
  public let warnings: [CaptureWarning]
  private let folder: CaptureFolder

  /// What its folder is called.
  public var name: String { folder.path.split(separator: "/").last.map(String.init) ?? folder.path }

  /// Opens a folder in the layout of a capture.
  ///
  /// Throws where the rest would be of no use: no `info.txt`, `before/zoneinfo` or `before/kpageflags`, a file
  /// that is damaged, another page size or architecture.
  public init(folder path: String, files: FileReading = .system) throws(FileFailure) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    folder = CaptureFolder(path: trimmed, files: files)
    info = try folder.read("info.txt")
    let infoPath = folder.path(of: "info.txt")
    before = try Snapshot("before", in: folder)
    var warnings: [CaptureWarning] = []
    if info.architecture == "x86_64" {
      warnings.append(CaptureWarning(infoPath, .uncheckedArchitecture(info.architecture)))
    }
    let lost = info.traceStats.reduce(0) { $0 &+ $1.lost }
    if lost > 0 { warnings.append(CaptureWarning(infoPath, .lostEvents(lost))) }
    self.warnings = warnings + before.warnings
  }

  /// Reads the state after the run.
  public func after() throws(FileFailure) -> Snapshot {
    try Snapshot("after", in: folder)
  }

  /// Reads the trace of the run.
  public func trace() throws(FileFailure) -> Trace {
    try folder.read("trace")
  }

  /// What is doubtful about a trace of this capture.
  public func warnings(about trace: Trace) -> [CaptureWarning] {
    let file = folder.path(of: "trace")
    var warnings: [CaptureWarning] = []
    if trace.overrun > 0 || !trace.losses.isEmpty {
      let lost = trace.overrun &+ trace.losses.reduce(0) { $0 &+ ($1.events ?? 0) }
      warnings.append(CaptureWarning(file, .overran(lost)))
    }
    if let entries = trace.header?.entriesInBuffer, entries > trace.lines.count {
      warnings.append(CaptureWarning(file, .cutShort(events: trace.lines.count, of: entries)))
    }
    return warnings
  }
}
