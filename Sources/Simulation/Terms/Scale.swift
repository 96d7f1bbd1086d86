/// The sizes that the algorithm is built on (model 1.1). Two sets exist: the kernel's with 4 KiB pages,
/// and a small one on which every single page can be watched. The same algorithm runs on both.
public struct Scale: Equatable, Sendable {
  /// `pageblock_order`
  public let pageblockOrder: Order
  /// `MAX_PAGE_ORDER`: the largest order a free block can have.
  public let maxOrder: Order
  /// `COMPACTION_HPAGE_ORDER`: the order of a huge page, by which the fragmentation score is taken, and
  /// the one large order that per-CPU lists hold.
  public let hugeOrder: Order
  /// `COMPACT_CLUSTER_MAX`: pages isolated before migrating; also the lock interval and the largest
  /// stride of the free scanner.
  public let clusterMax: Int
  /// Entries that the fast search of free pages may look at when a scan has just started (model 6.3).
  public let scanStartLimit: Int
  /// Distance of the pages sampled when skip hints are reset (model 4.7).
  public let skipResetStep: Int
  /// Zones with fewer pages than this times the number of migratetypes are not grouped by mobility.
  public let groupsSmallZones: Bool
  /// log2 of the pages in a memory section: absent sections have no `struct page`.
  public let sectionOrder: Order
  public let isTeaching: Bool

  /// The constants of a kernel with 4 KiB pages.
  public static let kernel = Scale(
    pageblockOrder: 9, maxOrder: 10, hugeOrder: 9, clusterMax: 32, scanStartLimit: 256, skipResetStep: 8,
    groupsSmallZones: false, sectionOrder: 15, isTeaching: false)

  /// Pageblocks of 16 pages, so that a whole zone fits on a screen page by page.
  public static let teaching = Scale(
    pageblockOrder: 4, maxOrder: 5, hugeOrder: 4, clusterMax: 4, scanStartLimit: 32, skipResetStep: 1,
    groupsSmallZones: true, sectionOrder: 4, isTeaching: true)

  /// `PAGE_ALLOC_COSTLY_ORDER`: larger orders are costly; smaller ones have per-CPU lists.
  public static let costlyOrder: Order = 3

  /// `pageblock_nr_pages`
  @inline(__always) public var pageblockPages: Int { pageblockOrder.pages }
  /// `NR_PAGE_ORDERS`: columns of `/proc/buddyinfo`.
  public var orders: Int { maxOrder + 1 }

  @inline(__always) func pageblockStart(_ pfn: Pfn) -> Pfn { pfn.start(ofOrder: pageblockOrder) }
  /// The first pfn behind the pageblock that holds `pfn`; for an aligned pfn that is the next block's
  /// start, which several rules of the scanners depend on.
  @inline(__always) func pageblockEnd(_ pfn: Pfn) -> Pfn { pageblockStart(pfn) &+ pageblockPages }
}
