/// Where each list stands in the table: free lists of all zones, then the per-CPU lists, then those of
/// the run.
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
  private var runStart: Int { freeCount + zones * cpus * PageListMap.perCPUSetLists }
  /// `compact_control.migratepages`: what the migrate scanner took, next to move first.
  @inline(__always) var migratePages: PageList { PageList(index: runStart) }
  /// Targets handed out, in the order of the sources they stand for.
  @inline(__always) var targets: PageList { PageList(index: runStart &+ 1) }
  /// `capture_control.page`
  @inline(__always) var captured: PageList { PageList(index: runStart &+ 2) }
  /// `compact_control.freepages[order]`: what the free scanner took.
  @inline(__always) func freePages(order: Order) -> PageList { PageList(index: runStart &+ 3 &+ order) }
  var count: Int { runStart + 3 + orders }
}
