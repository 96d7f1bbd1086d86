import Simulation

/// A whole machine, pageblock by pageblock.
public struct BoardMap: Equatable, Sendable {
  public struct ZonePart: Equatable, Sendable {
    public var name: ZoneName
    /// Present pages, ascending.
    public var ranges: [ClosedRange<Pfn>]
    public var present: Int
    public var freePages: Int
    /// Pageblocks with a page that can’t move: none of them can come free as a whole.
    public var stuckPageblocks = 0
    public init(name: ZoneName, ranges: [ClosedRange<Pfn>], present: Int, freePages: Int) {
      self.name = name
      self.ranges = ranges
      self.present = present
      self.freePages = freePages
    }
  }

  /// Addresses without memory, between two parts that have some.
  public struct Hole: Equatable, Sendable {
    public var range: Range<Pfn>
    /// What is there instead of memory, if known: a key of the catalogue below `board.hole`.
    public var key: String
    public init(range: Range<Pfn>, key: String) {
      self.range = range
      self.key = key
    }
  }

  /// A region that has a name.
  public struct Region: Equatable, Sendable {
    public var range: ClosedRange<Pfn>
    public var name: String
    public var detail: String
    /// Taken at boot for good, not lent.
    public var isReserved: Bool
    public init(range: ClosedRange<Pfn>, name: String, detail: String = "", isReserved: Bool = false) {
      self.range = range
      self.name = name
      self.detail = detail
      self.isReserved = isReserved
    }
  }

  public var zones: [ZonePart]
  public var holes: [Hole]
  public var regions: [Region]
  public var pageblockOrder: Order
  public var maxOrder: Order
  /// The first page of the first summary.
  public var base: Pfn
  /// One for each pageblock from `base` on.
  public var summaries: [PageblockSummary]
  /// The page that each scanner looks at next, which may be the one behind its pageblock's last; nil
  /// when there is no run.
  public var migrate: Pfn?
  public var free: Pfn?
  /// First page of the pageblock that each scanner is in, where that is not the one of the page above.
  public var migratePageblock: Pfn?
  public var freePageblock: Pfn?
  /// The scanners have met, and nothing is on its way any more.
  public var haveMet = false
  /// Whole pageblocks between the scanners, and the zone they are in.
  public var pageblocksBetween: Int?
  public var runZone: ZoneName?
  public var inspector: Pfn?
  /// The page or block that the step just made was about, and what happened to it.
  public var subject: Pfn?
  public var mark: StepMark?
  /// Pages that the run has moved so far.
  public var moved = 0
  /// The page that the step just made moved.
  public var move: StepChange.Move?
  /// What the step just made changed, where nothing is to move.
  public var change: StepChange?
  /// The inspector is on a whole pageblock, not on one page of it.
  public var inspectsPageblock = true
  /// Pages whose pageblocks are outlined: edited ones, or those that differ from the map beside it.
  public var marked: [Range<Pfn>] = []

  public init(
    zones: [ZonePart], holes: [Hole] = [], regions: [Region] = [], pageblockOrder: Order, maxOrder: Order,
    base: Pfn, summaries: [PageblockSummary], migrate: Pfn? = nil, free: Pfn? = nil,
    migratePageblock: Pfn? = nil, freePageblock: Pfn? = nil,
    pageblocksBetween: Int? = nil, runZone: ZoneName? = nil, inspector: Pfn? = nil
  ) {
    self.zones = zones
    self.holes = holes
    self.regions = regions
    self.pageblockOrder = pageblockOrder
    self.maxOrder = maxOrder
    self.base = base
    self.summaries = summaries
    self.migrate = migrate
    self.free = free
    self.migratePageblock = migratePageblock
    self.freePageblock = freePageblock
    self.pageblocksBetween = pageblocksBetween
    self.runZone = runZone
    self.inspector = inspector
  }
}

extension BoardMap {
  /// Where a scanner is; once they have met, both are in the pageblock that the kernel compares.
  func position(of scanner: Scanner) -> ScannerPosition? {
    switch scanner {
    case .migrate:
      migrate.map { ScannerPosition(pfn: $0, pageblock: meeting ?? migratePageblock ?? start(of: $0)) }
    case .free: free.map { ScannerPosition(pfn: $0, pageblock: meeting ?? freePageblock ?? start(of: $0)) }
    }
  }

  /// The pageblock in which the scanners have met; nil where they have passed each other.
  var meeting: Pfn? {
    guard haveMet, let migrate, let free, start(of: migrate) == start(of: free) else { return nil }
    return start(of: free)
  }

  /// First page of the pageblock that a page is in.
  private func start(of pfn: Pfn) -> Pfn { (pfn >> pageblockOrder) << pageblockOrder }
}
