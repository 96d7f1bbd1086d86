import KernelInterface
import Simulation

/// The machine of a recording as it was right before compaction was set off (model 1.6).
public struct CapturedMachine: RunSource {
  /// What the recording is called.
  public let title: String
  public let layout: MachineLayout
  /// The run that the recording's trigger stands for.
  public let run: Run
  /// Chooses one of the orders in which the free pages may have come free, where the lists are not recorded;
  /// 0 is the plainest, upwards.
  public var freeingSeed: UInt64 = 0
  private let snapshot: Snapshot
  /// The CPU to which the program that set compaction off was bound.
  private let triggerCPU: Int

  /// Whether the free lists and per-CPU lists are recorded, in order.
  public var hasLists: Bool { snapshot.freeLists != nil }

  public var kernel: KernelVersion { run.version }
  public var trigger: Trigger { run.trigger }
  /// A recording says nothing of what lies where.
  public var landmarks: [Landmark] { [] }

  public init(_ capture: Capture) {
    title = capture.name
    snapshot = capture.before
    let info = capture.info
    let version = KernelVersion(info.release.line.rawValue) ?? .v6_12
    layout = CapturedLayout(snapshot, version: version).layout
    var run = Run(version: version, trigger: Trigger(info.trigger))
    run.cpu = CapturedMachine.compactingCPU(info, cpus: layout.cpus)
    run.tunables = Tunables(info)
    self.run = run
    triggerCPU = info.triggerCPU ?? 0
  }

  /// The CPU on which compaction runs. The trigger's program is bound to one; kcompactd, woken from
  /// there, runs elsewhere if there is a second one.
  private static func compactingCPU(_ info: CaptureInfo, cpus: Int) -> Int {
    let trigger = info.triggerCPU ?? 0
    guard case .proactive = info.trigger else { return trigger }
    return (0..<cpus).first { $0 != trigger } ?? trigger
  }

  /// A fresh memory in the recorded state, the run to be made on it, and what the recording does not hold
  /// and had to be inferred.
  public func reconstructed() -> sending (memory: Memory, run: Run, inferences: [Inference]) {
    var builder = CapturedMemory(
      snapshot: snapshot, layout: layout, version: run.version, triggerCPU: triggerCPU,
      freeingSeed: freeingSeed)
    let memory = builder.build()
    run.prepare(memory)
    var inferences: [Inference] = []
    if snapshot.freeLists == nil { inferences.append(.freeLists) }
    if snapshot.pageBlocks == nil { inferences.append(.pageblocks) }
    if snapshot.pinned == nil { inferences.append(.pinned) }
    if builder.inTransit > 0 { inferences.append(.pagesInTransit(count: builder.inTransit)) }
    return (memory, run, inferences)
  }

  /// A fresh memory in the recorded state, and the run to be made on it.
  public func start() -> sending (memory: Memory, run: Run) {
    let (memory, run, _) = reconstructed()
    return (memory, run)
  }
}

extension Trigger {
  init(_ trigger: RecordedTrigger) {
    switch trigger {
    case .sync, .none: self = .compactMemory
    case .proactive: self = .proactive
    case .thp(let megabytes): self = .hugePageFaults(megabytes: megabytes)
    case .hugetlb(let pages): self = .hugePagePool(pages: pages)
    }
  }
}

extension Tunables {
  init(_ info: CaptureInfo) {
    self.init()
    if let value = info.sysctl("compaction_proactiveness") { compactionProactiveness = value }
    if let value = info.sysctl("extfrag_threshold") { extfragThreshold = value }
    if let value = info.sysctl("compact_unevictable_allowed") { compactUnevictableAllowed = value != 0 }
    if let value = info.sysctl("watermark_boost_factor") { watermarkBoostFactor = value }
    // While the recording ran, the sysctl was at its highest; afterwards it says 0.
    if case .proactive = info.trigger { compactionProactiveness = 100 }
  }
}
