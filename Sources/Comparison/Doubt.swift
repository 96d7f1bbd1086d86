import Captures
import KernelInterface
import Simulation

/// Why the state before a run does not determine all of it (model 1.6, 12.6).
public enum Doubt: String, Sendable, Encodable, CaseIterable {
  /// Lists, pageblocks or pins are not in the recording and were inferred.
  case inferred
  /// kswapd and kcompactd work beside the requester, and when is in no file.
  case daemons
  /// A worker on each CPU lowers a set's `high` about once a second and drains what lies above it.
  case worker
  /// Whether the region reaches into another GiB of addresses, which takes one page more.
  case pageTable

  /// What it leaves open.
  var leavesOpen: Set<Part> {
    switch self {
    case .inferred, .daemons: Set(Part.allCases)
    case .worker: [.lists]
    case .pageTable: [.lists]
    }
  }

  /// The parts of a comparison.
  enum Part: CaseIterable { case events, counters, lists, hints }

  static func all(
    in capture: Capture, _ machine: CapturedMachine, _ inferences: [Inference], after memory: Memory
  ) -> [Doubt] {
    var doubts: [Doubt] = []
    if !inferences.isEmpty { doubts.append(.inferred) }
    if wakesKswapd(memory, machine.run.trigger) { doubts.append(.daemons) }
    if case .thp(let megabytes) = capture.info.trigger, megabytes < 1024,
      !capture.info.notes.contains(where: { $0.hasPrefix("region GiB ") })
    {
      doubts.append(.pageTable)
    }
    if machine.run.version.pagesetHighIsTuned,
      hasRaisedSet(capture.before.freeLists) || hasRaisedSet(memory)
    {
      doubts.append(.worker)
    }
    return doubts
  }

  /// Whether the simulated run woke kswapd: a request in need, or a fallback that raised the watermarks. When
  /// that is done kswapd wakes kcompactd (model 2.9). A pool's request is in need as soon as it waits for
  /// compaction (model 10.7).
  private static func wakesKswapd(_ memory: Memory, _ trigger: Trigger) -> Bool {
    if case .hugePagePool = trigger, memory[.vmstat(.compactStall)] > 0 { return true }
    if memory[.kernel(.boostsCleared)] > 0 { return true }
    return memory.zones.contains {
      memory[.zone($0.index, .reclaimActive)] != 0 || memory[.zone($0.index, .watermarkBoost)] != 0
    }
  }

  private static func hasRaisedSet(_ lists: FreeLists?) -> Bool {
    (lists?.zones ?? []).flatMap(\.pageSets).contains {
      ($0.fields["high"] ?? 0) > ($0.fields["high_min"] ?? 0)
    }
  }

  private static func hasRaisedSet(_ memory: Memory) -> Bool {
    (0..<memory.layout.cpus).contains(where: memory.hasRaisedSet)
  }
}

extension Memory {
  /// Whether a set of a CPU stands above its minimum, so that its worker has something to lower.
  func hasRaisedSet(cpu: Int) -> Bool {
    zones.contains { zone in
      func field(_ field: PagesetField) -> Int {
        self[pagesetRegister(zone: zone.index, cpu: cpu, field)]
      }
      return field(.high) > field(.highMin)
    }
  }
}
