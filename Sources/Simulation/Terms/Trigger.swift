/// What sets compaction off.
public enum Trigger: Equatable, Sendable {
  /// A write to `/proc/sys/vm/compact_memory`.
  case compactMemory
  /// The same so many times, one after the other.
  case compactMemoryTimes(Int)
  /// kcompactd, before anybody asks, until its rounds lower the score no more.
  case proactive
  /// A program touches a region, huge page by huge page.
  case hugePageFaults(HugePageRegion)
  /// So many huge pages are asked for through `/proc/sys/vm/nr_hugepages`.
  case hugePagePool(pages: Int)
  /// Requests for pages, one after the other; what they get they keep.
  case allocations([Allocation])
  /// kcompactd is woken for a request of `order`.
  case kcompactd(order: Order, highestZone: ZoneName)
  /// A range of pages is emptied for one owner, as CMA does.
  case contiguous(ContiguousRequest)

  /// One request for pages.
  public struct Allocation: Equatable, Sendable {
    public var order: Order
    public var gfp: GFPMask
    public var highestZone: ZoneName
    public init(order: Order, gfp: GFPMask, highestZone: ZoneName? = nil) {
      self.order = order
      self.gfp = gfp
      self.highestZone = highestZone ?? gfp.highestZone
    }
  }

  /// What is to come of it.
  public enum Aim: Equatable, Sendable {
    /// Zones compacted as a whole.
    case zone
    /// A range emptied.
    case range
    /// A lower score.
    case score
    /// Free blocks of an order.
    case block(Order)
  }

  public func aim(_ scale: Scale) -> Aim {
    switch self {
    case .compactMemory, .compactMemoryTimes: .zone
    case .proactive: .score
    case .hugePageFaults, .hugePagePool: .block(scale.hugeOrder)
    case .allocations, .kcompactd: order.map { .block($0) } ?? .zone
    case .contiguous: .range
    }
  }
}

// MARK: Requests that name an order

extension Trigger {
  /// So many requests, all of one order; for movable pages if nothing else is said.
  public static func allocations(
    _ count: Int, order: Order, gfp: GFPMask = .highUserMovable
  ) -> Trigger {
    .allocations(Array(repeating: Allocation(order: order, gfp: gfp), count: count))
  }

  /// The largest order that is named, or the smallest one of so many pages; nil where nothing of the kind is.
  public var order: Order? {
    switch self {
    case .kcompactd(let order, _): order
    case .allocations(let requests): requests.map(\.order).max()
    case .contiguous(.pages(let count)): count.coveringOrder
    default: nil
    }
  }

  /// What the first request allows; nil where nobody asks the allocator for pages of an order.
  public var gfp: GFPMask? {
    switch self {
    case .allocations(let requests): requests.first?.gfp
    case .hugePageFaults(let region): region.defrag.gfp(isMarked: region.isMarked)
    default: nil
    }
  }

  /// The same for another order, where one is named.
  public func wanting(_ order: Order) -> Trigger {
    switch self {
    case .kcompactd(_, let zone): .kcompactd(order: order, highestZone: zone)
    case .contiguous(.pages): .contiguous(.pages(order.pages))
    case .allocations(let requests):
      .allocations(
        requests.map { Allocation(order: order, gfp: $0.gfp, highestZone: $0.highestZone) })
    default: self
    }
  }
}
