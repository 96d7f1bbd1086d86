/// Records a compaction run of this machine's kernel into a folder, in the layout of a capture, without what
/// only kernel memory shows (`freelists`, `pageblocks`, `pinned`).
///
/// Needs root for the page flags and the trace. Nothing is changed without a trigger, and what a trigger
/// changes is set back; nothing is written to disk before the run is over, since that would take memory.
public struct CaptureRecorder: Sendable {
  private let files: FileReading
  private let control: SystemControl
  private let machine: Machine

  public init(
    files: FileReading = .system, control: SystemControl = .system, machine: Machine? = nil
  ) {
    self.files = files
    self.control = control
    self.machine = machine ?? .current(files: files)
  }

  /// The kernel's files by their names in a capture: the large ones first, the counters last, so that these
  /// are read next to the trigger.
  static let sources: [(name: String, path: String)] = [
    ("kpageflags", "/proc/kpageflags"),
    ("kpagecount", "/proc/kpagecount"),
    ("iomem", "/proc/iomem"),
    ("extfrag.extfrag_index", "/sys/kernel/debug/extfrag/extfrag_index"),
    ("extfrag.unusable_index", "/sys/kernel/debug/extfrag/unusable_index"),
    ("pagetypeinfo", "/proc/pagetypeinfo"),
    ("meminfo", "/proc/meminfo"),
    ("zoneinfo", "/proc/zoneinfo"),
    ("vmstat", "/proc/vmstat"),
    ("buddyinfo", "/proc/buddyinfo"),
  ]
  /// Without these a capture is of no use.
  private static let required = ["kpageflags", "zoneinfo"]

  /// Records.
  /// - Parameters:
  ///   - folder: made by this; it must not be there yet.
  ///   - time: how long to watch when the trigger is none.
  ///   - isCancelled: asked now and then; a run that is cancelled is recorded up to there.
  /// - Returns: what could not be recorded.
  public func record(
    into folder: String, trigger: RecordedTrigger, watching time: Duration = .seconds(10),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FileFailure) -> [CaptureWarning] {
    try control.makeDirectory(folder)
    do throws(FileFailure) {
      let recording = try record(trigger, watching: time, isCancelled: isCancelled)
      try write(recording, into: folder)
      return recording.warnings
    } catch {
      try? control.removeDirectory(folder)
      throw error
    }
  }

  private func record(
    _ trigger: RecordedTrigger, watching time: Duration, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FileFailure) -> RecordedFiles {
    let started = files.monotonicTime()
    var recording = RecordedFiles(settings: settings())
    let tracing = startTracing(&recording)
    defer { tracing?.remove() }
    try tracing?.mark("rig: before")
    recording.files["before/buddyinfo.first"] = try? files.contents("/proc/buddyinfo")
    try snapshot("before", Self.sources, &recording)
    try tracing?.mark("rig: trigger")
    let action = TriggerAction(trigger: trigger, files: files, control: control, isCancelled: isCancelled)
    let triggered = files.monotonicTime()
    let aftermath = try action.perform(watching: time)
    try tracing?.mark("rig: done")
    if let note = aftermath.note { recording.notes.append(note) }
    recording.notes.append("trigger \(trigger.text) took \(elapsed(since: triggered)) s")
    do throws(FileFailure) {
      try snapshot("after", Self.sources.reversed(), &recording)
    } catch {
      try action.undo(aftermath)
      throw error
    }
    do throws(FileFailure) {
      try action.undo(aftermath)
    } catch {
      recording.note(CaptureWarning("info.txt", .notSetBack(error)), "a setting was not set back: \(error)")
    }
    try readTrace(tracing, &recording)
    recording.files["info.txt"] = info(recording, trigger, seconds: elapsed(since: started))
    return recording
  }

  /// Begins a trace; without one the rest is still worth recording.
  private func startTracing(_ recording: inout RecordedFiles) -> TracingInstance? {
    do throws(FileFailure) {
      return try TracingInstance(name: "compaction-lab", files: files, control: control)
    } catch {
      recording.note(CaptureWarning("trace", .notRecorded(error)), "not recorded: \(error)")
      return nil
    }
  }

  /// Reads files in this order. Page flags and counts are compressed at once, to hold little memory.
  private func snapshot(
    _ name: String, _ sources: some Sequence<(name: String, path: String)>, _ recording: inout RecordedFiles
  ) throws(FileFailure) {
    for source in sources {
      let file = "\(name)/\(source.name)"
      do throws(FileFailure) {
        let isLarge = source.name.hasPrefix("kpage")
        let bytes = try files.contents(
          source.path, limit: isLarge ? FileReading.mostWords : FileReading.mostText)
        recording.files[isLarge ? file + ".zst" : file] = isLarge ? Zstd.compress(bytes) : bytes
      } catch {
        guard !Self.required.contains(source.name) else { throw error }
        recording.note(CaptureWarning(file, .notRecorded(error)), "not recorded: \(error)")
      }
    }
  }

  private func readTrace(_ tracing: TracingInstance?, _ recording: inout RecordedFiles) throws(FileFailure) {
    guard let tracing else { return }
    try tracing.stop()
    let trace = try tracing.trace()
    recording.cpu = triggerCPU(trace)
    let isLarge = trace.count > 1_000_000
    recording.files[isLarge ? "trace.zst" : "trace"] = isLarge ? Zstd.compress(trace, level: 9) : trace
    while let stats = tracing.stats(cpu: recording.traceStats.count) { recording.traceStats.append(stats) }
  }

  /// The one CPU of the task that wrote the marks, from the trigger to the end.
  private func triggerCPU(_ bytes: [UInt8]) -> Int? {
    guard let trace = try? Trace(parsing: bytes, file: "trace"),
      let start = trace.lines.firstIndex(where: { $0.event == .mark("rig: trigger") }),
      let end = trace.lines.firstIndex(where: { $0.event == .mark("rig: done") }), start < end
    else { return nil }
    let cpus = Set(trace.lines[start...end].filter { $0.pid == trace.lines[start].pid }.map(\.cpu))
    return cpus.count == 1 ? cpus.first : nil
  }

  /// The settings that decide what compaction does, as far as this kernel has them.
  private func settings() -> [(key: String, value: String)] {
    let sysctls = [
      "compact_unevictable_allowed", "compaction_proactiveness", "defrag_mode", "extfrag_threshold",
      "min_free_kbytes", "nr_hugepages", "percpu_pagelist_high_fraction", "watermark_boost_factor",
      "watermark_scale_factor",
    ]
    let found =
      sysctls.map { ("vm." + $0, line("/proc/sys/vm/" + $0)) }
      + ["defrag", "enabled"].map { ("thp." + $0, line("/sys/kernel/mm/transparent_hugepage/" + $0)) }
    return found.compactMap { key, value in value.map { (key: key, value: $0) } }
  }

  private func info(_ recording: RecordedFiles, _ trigger: RecordedTrigger, seconds: String) -> [UInt8] {
    let cpus = recording.traceStats.count
    var text = """
      kernel: \(line("/proc/version").map(withoutBuilder) ?? "unknown")
      release: \(line("/proc/sys/kernel/osrelease") ?? "unknown")
      arch: \(machine.architecture), \(machine.pageSize / 1024) KiB pages
      machine: \(machine.board ?? "unknown")\(cpus > 0 ? ", \(cpus) CPUs" : "")
      trigger: \(trigger.text)

      """
    if let cpu = recording.cpu {
      text += "trigger-cpu: \(cpu) (where the program ran that records and triggers)\n"
    }
    text += "wall: \(seconds) s\n"
    for (key, value) in recording.settings { text += "\(key): \(value)\n" }
    for (cpu, stats) in recording.traceStats.enumerated() { text += "trace-stats-cpu\(cpu): \(stats)\n" }
    text += "notes:\n"
    for note in recording.notes { text += "  \(note)\n" }
    return Array(text.utf8)
  }

  /// The kernel's version without the user and the machine that built it.
  private func withoutBuilder(_ version: String) -> String {
    version.replacing(#/ \([^ ()]*@[^ ()]*\)/#, with: "")
  }

  private func write(_ recording: RecordedFiles, into folder: String) throws(FileFailure) {
    try control.makeDirectory("\(folder)/before")
    try control.makeDirectory("\(folder)/after")
    for (name, bytes) in recording.files.sorted(by: { $0.key < $1.key }) {
      try control.create("\(folder)/\(name)", bytes)
    }
  }

  private func line(_ path: String) -> String? {
    guard let bytes = try? files.contents(path) else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// In seconds, to a tenth.
  private func elapsed(since start: Duration) -> String {
    let (seconds, attoseconds) = (files.monotonicTime() - start).components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000)"
  }
}

/// What has been recorded so far, in memory.
private struct RecordedFiles {
  /// The CPU that the recording task was on between its marks, nil if it moved or there is no trace.
  var cpu: Int?
  let settings: [(key: String, value: String)]
  /// By name in the capture.
  var files: [String: [UInt8]] = [:]
  var traceStats: [String] = []
  var notes: [String] = []
  private(set) var warnings: [CaptureWarning] = []

  /// Keeps what is amiss for who has asked for the recording, and among its notes.
  mutating func note(_ warning: CaptureWarning, _ text: String) {
    warnings.append(warning)
    notes.append("\(warning.file): \(text)")
  }
}
