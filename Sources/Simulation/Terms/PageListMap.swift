/// Where each list stands in the table: free lists of all zones, then the per-CPU lists and folio batches,
/// then those of the runs.
struct PageListMap: Sendable {
  static let types = 6
  let orders: Int
  let zones: Int
  let cpus: Int
  /// Lists of one per-CPU set: three types for each of the orders 0 to 3, then two of huge pages.
  static let perCPUSetLists = 14

  @inline(__always) func free(zone: Int, order: Order, type: Migratetype) -> PageList {
    PageList(index: (zone &* orders &+ order) &* PageListMap.types &+ Int(type.rawValue))
  }
  var freeCount: Int { zones * orders * PageListMap.types }

  @inline(__always) func perCPU(zone: Int, cpu: Int, index: Int) -> PageList {
    PageList(
      index: zones &* orders &* PageListMap.types &+ (zone &* cpus &+ cpu) &* PageListMap.perCPUSetLists
        &+ index)
  }
  /// The batch in which pages wait for their place on an LRU list (`struct folio_batch`).
  @inline(__always) func folioBatch(cpu: Int) -> PageList { PageList(index: batchStart &+ cpu) }
  private var batchStart: Int { freeCount + zones * cpus * PageListMap.perCPUSetLists }

  // Lists of a run.

  private var runsStart: Int { batchStart + cpus }
  /// From a list of one run to the same of the next.
  var runLists: Int { 3 + orders }
  @inline(__always) private func runStart(_ run: RunSlot) -> Int { runsStart &+ run.index &* runLists }
  /// `compact_control.migratepages`: what the migrate scanner took, next to move first.
  @inline(__always) func migratePages(of run: RunSlot) -> PageList { PageList(index: runStart(run)) }
  /// Targets handed out, in the order of the sources they stand for.
  @inline(__always) func targets(of run: RunSlot) -> PageList { PageList(index: runStart(run) &+ 1) }
  /// `capture_control.page`
  @inline(__always) func captured(of run: RunSlot) -> PageList { PageList(index: runStart(run) &+ 2) }
  /// `compact_control.freepages[order]`: what the free scanner took.
  @inline(__always) func freePages(order: Order, of run: RunSlot) -> PageList {
    PageList(index: runStart(run) &+ 3 &+ order)
  }
  var count: Int { runsStart + RunSlot.count * runLists }
}
