/// What sets compaction off.
public enum Trigger: Equatable, Sendable {
  /// A write to `/proc/sys/vm/compact_memory`.
  case compactMemory
  /// kcompactd, before anybody asks, until its rounds lower the score no more.
  case proactive
  /// A program touches a region of so many MiB that it has marked with MADV_HUGEPAGE.
  case hugePageFaults(megabytes: Int)
  /// So many huge pages are asked for through `/proc/sys/vm/nr_hugepages`.
  case hugePagePool(pages: Int)
  /// Requests for pages, one after the other; what they get they keep.
  case allocations([Allocation])
  /// kcompactd is woken for a request of `order`.
  case kcompactd(order: Order, highestZone: ZoneName)
  /// A range of pages is emptied for one owner, as CMA does.
  case contiguous(Range<Pfn>)

  /// One request for pages.
  public struct Allocation: Equatable, Sendable {
    public var order: Order
    public var gfp: GFPMask
    public var highestZone: ZoneName
    public init(order: Order, gfp: GFPMask, highestZone: ZoneName = .movable) {
      self.order = order
      self.gfp = gfp
      self.highestZone = highestZone
    }
  }
}
