/// What a driver asks for that needs pages in a row (model 3.6).
public enum ContiguousRequest: Equatable, Sendable {
  /// These very pages.
  case range(Range<Pfn>)
  /// So many pages of a CMA area, wherever they fit.
  case pages(Int)

  /// How many.
  public var count: Int {
    switch self {
    case .range(let range): range.count
    case .pages(let count): count
    }
  }
}

/// Why a page of a range can't be had.
public enum BusyReason: String, CaseIterable, Sendable, Encodable {
  /// Somebody holds a reference to it.
  case pinned
  /// The kernel uses it: its own memory, a table of pages, a slab, or what was reserved at boot.
  case kernel, pageTable, slab, reserved
  /// It is part of a larger page, which is not moved here.
  case largeFolio, hugetlb
  /// It waits on a list of a CPU, or for its place on an LRU list.
  case onCPU
  /// Somebody else has isolated it.
  case isolated
  /// It can move, but no page elsewhere was free for it.
  case noRoom
  /// No memory is there.
  case hole

  init(_ frame: Frame) {
    self =
      switch (frame.kind, frame.place) {
      case (.hole, _), (.unavailable, _): .hole
      case (_, .perCPU): .onCPU
      case (_, .isolatedSource), (_, .isolatedFree), (_, .target), (_, .captured): .isolated
      case _ where frame.has(.pinned): .pinned
      case (.hugetlb, _): .hugetlb
      case (.pageTable, _): .pageTable
      case (.slab, _): .slab
      case (.reserved, _): .reserved
      case (.kernel, _): .kernel
      case _ where frame.isCompound: .largeFolio
      case _ where frame.has(.inBatch): .onCPU
      default: .noRoom
      }
  }

  /// Its place among all, which a change keeps.
  var number: Int { BusyReason.allCases.firstIndex(of: self) ?? 0 }
  init(number: Int) { self = BusyReason.allCases[min(max(number, 0), BusyReason.allCases.count - 1)] }
}

/// What became of one attempt to empty a range.
public struct ContiguousOutcome: Equatable, Sendable, Encodable {
  /// First page, and the first behind it.
  public var start: Pfn
  public var end: Pfn
  /// Whether the asker has all of it.
  public var isGiven: Bool
  /// The pages that could not be had, ascending; none where it is given.
  public var busy: [BusyPage]

  public struct BusyPage: Equatable, Sendable, Encodable {
    public var pfn: Pfn
    public var why: BusyReason
  }
}
