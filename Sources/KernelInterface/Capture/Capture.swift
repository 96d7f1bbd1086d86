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
    let cpus = before.zoneInfo.cpus
    if let cpu = info.triggerCPU, !cpus.isEmpty ? !cpus.contains(cpu) : cpu > 0 {
      throw .malformed(
        info.error(
          "trigger-cpu", file: infoPath,
          expected: "a CPU of zoneinfo, which has \(SnapshotCheck.list(of: cpus))"))
    }
    var warnings: [CaptureWarning] = []
    if info.architecture == "x86_64" {
      warnings.append(CaptureWarning(infoPath, .uncheckedArchitecture(info.architecture)))
    }
    let lost = info.traceStats.reduce(0) { $0 &+ $1.lost }
    if lost > 0 { warnings.append(CaptureWarning(infoPath, .lostEvents(lost))) }
    self.warnings = warnings + before.warnings
  }

  /// Reads the state after the run, which has to be of the same machine.
  public func after() throws(FileFailure) -> Snapshot {
    let after = try Snapshot("after", in: folder)
    func zones(_ snapshot: Snapshot) -> [String] {
      snapshot.zoneInfo.populated.map {
        "zone \($0.name) of \($0.spanned) pages from pfn \($0.pfns.lowerBound)"
      }
    }
    guard zones(after) == zones(before) else {
      throw .malformed(
        FormatError(
          file: path(of: "after/zoneinfo"),
          problem: "of another machine: \(zones(after).joined(separator: ", ")); before there was "
            + zones(before).joined(separator: ", ")))
    }
    return after
  }

  /// The path of a file in it, as it is named in errors.
  public func path(of name: String) -> String { folder.path(of: name) }

  /// Reads the trace of the run.
  public func trace() throws(FileFailure) -> Trace {
    try folder.readTrace()
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
