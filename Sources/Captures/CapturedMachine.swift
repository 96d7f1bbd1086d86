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

  public let release: KernelRelease
  public var trigger: Trigger { run.trigger }
  /// A recording says nothing of what lies where.
  public var landmarks: [Landmark] { [] }

  /// Throws where the machine is none that can be simulated.
  public init(_ capture: Capture) throws(FileFailure) {
    title = capture.name
    snapshot = capture.before
    let info = capture.info
    release = info.kernelRelease ?? KernelVersion.v6_12.release
    let version = release.version
    do throws(FormatError) {
      layout = try CapturedLayout(snapshot, version: version, path: capture.path(of: "before")).layout
    } catch {
      throw .malformed(error)
    }
    var run = Run(version: version, trigger: Trigger(info))
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
  init(_ info: CaptureInfo) {
    switch info.trigger {
    case .sync, .node, .none: self = .compactMemory
    case .syncs(let times): self = .compactMemoryTimes(times)
    case .proactive: self = .proactive
    case .thp(let megabytes): self = .hugePageFaults(HugePageRegion(megabytes: megabytes, info))
    case .hugetlb(let pages): self = .hugePagePool(pages: pages)
    }
  }
}

extension HugePageRegion {
  /// The region that the rig's program touches (model 10.5): marked with MADV_HUGEPAGE, until less than 24 MiB are
  /// free. khugepaged takes a page for itself at the first fault. Each GiB of addresses without a page present
  /// needs a table; a recording that says nothing of them is taken to need one from 1 GiB on.
  fileprivate init(megabytes: Int, _ info: CaptureInfo) {
    self.init(faults: megabytes / 2)
    leastFree = 24 << 8
    defrag = info.hugePageDefrag ?? .madvise
    kernelPages = [0: 1]
    for fault in info.tableFaults ?? (megabytes >= 1024 ? [0] : []) { kernelPages[fault, default: 0] += 1 }
  }
}

extension CaptureInfo {
  /// The chosen one of `always defer defer+madvise [madvise] never`.
  fileprivate var hugePageDefrag: HugePageDefrag? {
    let chosen = self["thp.defrag"]?.split(separator: " ").first { $0.hasPrefix("[") && $0.hasSuffix("]") }
    return chosen.flatMap { HugePageDefrag(rawValue: String($0.dropFirst().dropLast())) }
  }

  /// The faults, from 0, that are the first in a GiB of addresses without any page; nil where nothing says so.
  fileprivate var tableFaults: [Int]? {
    guard let region = notes.lazy.compactMap({ Self.addresses($0, behind: "region: ") }).first else {
      return nil
    }
    return notes.compactMap { note -> Int? in
      guard let gigabyte = Self.addresses(note, behind: "region GiB "), note.hasSuffix(": 0 pages present")
      else {
        return nil
      }
      return max(0, gigabyte - region) >> 21
    }
  }

  /// The hexadecimal address in a note.
  private static func addresses(_ note: String, behind prefix: String) -> Int? {
    guard note.hasPrefix(prefix) else { return nil }
    let digits = note.dropFirst(prefix.count).prefix { $0 != ":" && $0 != "," && $0 != " " }
    // No more than 48 bits of addresses matter, and larger ones could not be subtracted.
    return Int(digits.hasPrefix("0x") ? digits.dropFirst(2) : digits[...], radix: 16)
      .flatMap { (0..<1 << 57).contains($0) ? $0 : nil }
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

extension CaptureInfo {
  /// The kernel's release. Where `uname -r` names a distribution's build, as `6.1.0-56-arm64`, the stable
  /// release stands in `/proc/version`, as in `#1 SMP Debian 6.1.192-2`.
  fileprivate var kernelRelease: KernelRelease? {
    guard let named = KernelRelease(release), !named.namesStable else { return KernelRelease(release) }
    let words = (self["kernel"] ?? "").split(separator: " ")
    return words.lazy.compactMap(KernelRelease.init).first { $0.namesStable && $0.isOfSameLine(as: named) }
      ?? named
  }
}
