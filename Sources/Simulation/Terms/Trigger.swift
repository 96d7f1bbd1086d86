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
    case .compactMemory: .zone
    case .proactive: .score
    case .hugePageFaults, .hugePagePool: .block(scale.hugeOrder)
    case .allocations, .kcompactd: order.map { .block($0) } ?? .zone
    case .contiguous: .range
    }
  }
}

// MARK: Requests that name an order

extension Trigger {
  /// So many requests for movable pages, all of one order.
  public static func allocations(_ count: Int, order: Order) -> Trigger {
    .allocations(Array(repeating: Allocation(order: order, gfp: .highUserMovable), count: count))
  }

  /// The largest order that is named; nil where none is.
  public var order: Order? {
    switch self {
    case .kcompactd(let order, _): order
    case .allocations(let requests): requests.map(\.order).max()
    default: nil
    }
  }

  /// The same for another order, where one is named.
  public func wanting(_ order: Order) -> Trigger {
    switch self {
    case .kcompactd(_, let zone): .kcompactd(order: order, highestZone: zone)
    case .allocations(let requests): .allocations(requests.count, order: order)
    default: self
    }
  }
}
