import Captures
import Simulation

/// How a run went, without a picture: results, sums, counters, scanner positions and free blocks. `simulate --help`
/// documents it as JSON.
public struct RunReport: Encodable, Sendable {
  public struct Zone: Encodable, Sendable {
    public var name: String
    /// The kernel's word for how the last run of this zone ended; `skipped` where there was none.
    public var result: String
    /// Where the scanners stood at its end, as pfn.
    public var migrateScanner: Pfn
    public var freeScanner: Pfn
    /// Pages on free lists.
    public var freePages: Int
    /// Free blocks by order, before the run and after it.
    public var before: [Int]
    public var buddyinfo: [Int]
  }

  /// What the run's tracepoints add up to, all tasks together.
  public struct Sums: Encodable, Sendable {
    /// In pages.
    public var migrateScanned: Int
    public var freeScanned: Int
    public var isolated: Int
    public var migrated: Int
    public var failed: Int
    /// How often compaction began in a zone, and ended with success.
    public var runs: Int
    public var succeeded: Int
  }

  /// Requests for pages, whoever made them.
  public struct Requests: Encodable, Sendable {
    public var served: Int
    public var failed: Int
    var all: Int { served + failed }
  }

  public var title: String
  /// The kernel whose rules were followed.
  public var kernel: String
  /// The kernel's word for how the last run of all ended; of a range for one owner, and where no zone was
  /// compacted for requests, `served` or `failed`; else `skipped`.
  public var result: String
  public var requests: Requests
  public var sums: Sums
  /// Under the names of `/proc/vmstat`; those that stayed 0 as well.
  public var vmstat: [String: Int]
  public var zones: [Zone]
  /// Huge pages of the pool, after the run.
  public var hugePages: Int
  /// Ranges that were to be emptied for one owner, in the order tried.
  public var contiguous: [ContiguousOutcome]
  /// What a recording does not hold, and was taken instead.
  public var inferences: [Inference]
  /// Between which numbers sums lie, under the orders tried of lists that a recording does not hold.
  public var ranges: [SumRange]

  /// Makes the run.
  public init(of recipe: RunRecipe) {
    let (memory, run) = recipe.start()
    let before = memory.zones.map { memory.freeBlockCounts(zone: $0.index).blocks }
    let lines = run.trace(on: memory)
    let ends = lines.compactMap(End.init)
    let machine = recipe.source as? CapturedMachine
    title = recipe.title
    kernel = run.version.description
    contiguous = lines.compactMap {
      if case .testPagesIsolated(let outcome) = $0.tracepoint { outcome } else { nil }
    }
    requests = Requests(
      served: memory[.kernel(.requestsServed)], failed: memory[.kernel(.requestsFailed)])
    let unneeded = requests.failed > 0 ? "failed" : requests.served > 0 ? "served" : nil
    // What kcompactd does for a request that may not wait is not how the request ended.
    let own = requests.all == 0 ? ends.last : ends.last { $0.task == .requester }
    if case .contiguous = run.trigger {
      result = contiguous.last?.isGiven == true ? "served" : "failed"
    } else {
      result = own?.result.traceName ?? unneeded ?? CompactResult.skipped.traceName
    }
    sums = Sums(lines.eventsByTask(run.version).values.flatMap { Attempt.all(in: $0) })
    vmstat = Dictionary(
      uniqueKeysWithValues: VMStatCounter.allCases.map { ($0.procName, memory[.vmstat($0)]) })
    zones = memory.zones.map { zone in
      let end = ends.last { $0.zoneStart == zone.start }
      return Zone(
        name: zone.name.description, result: (end?.result ?? .skipped).traceName,
        migrateScanner: end?.migrate ?? zone.start, freeScanner: end?.free ?? zone.end,
        freePages: memory[.zone(zone.index, .freePages)], before: before[zone.index],
        buddyinfo: memory.freeBlockCounts(zone: zone.index).blocks)
    }
    hugePages = (memory.census[.hugetlb] ?? 0) >> memory.scale.hugeOrder
    inferences = machine?.reconstructed().inferences ?? []
    ranges = machine.map(SumRange.all) ?? []
  }

  /// `mm_compaction_end` of a zone.
  private struct End {
    var zoneStart: Pfn
    var migrate: Pfn
    var free: Pfn
    var result: CompactResult
    var task: CompactionTask

    init?(_ line: TraceRecorder.Line) {
      guard case .end(let start, let migrate, let free, _, _, let status) = line.tracepoint else {
        return nil
      }
      task = line.task
      (zoneStart, self.migrate, self.free, result) = (start, migrate, free, status)
    }
  }
}

extension RunReport.Sums {
  init(_ attempts: [Attempt]) {
    let sums = EventSums(attempts.flatMap(\.events))
    self.init(
      migrateScanned: sums.migrateScanned, freeScanned: sums.freeScanned,
      isolated: sums.migrateTaken + sums.freeTaken, migrated: sums.migrated, failed: sums.failed,
      runs: attempts.count, succeeded: attempts.count { $0.status == "success" })
  }
}
