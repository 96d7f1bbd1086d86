import Simulation

/// A stretch of memory page by page.
public struct PageMap: Equatable, Sendable {
  /// Pages that are drawn as one: a block, a folio, or a single page.
  public struct Run: Equatable, Sendable {
    public var start: Pfn
    public var count: Int
    public var look: PageLook
    public init(start: Pfn, count: Int = 1, look: PageLook) {
      self.start = start
      self.count = count
      self.look = look
    }
  }

  /// What a pageblock's frame shows.
  public struct Pageblock: Equatable, Sendable {
    public var migratetype: Migratetype
    public var skipHint: Bool
    public init(_ migratetype: Migratetype = .movable, skipHint: Bool = false) {
      self.migratetype = migratetype
      self.skipHint = skipHint
    }
  }

  /// A page on its way from source to target.
  public struct Mover: Equatable, Sendable {
    public var number: Int
    public var look: PageLook
    public var source: Pfn
    public var target: Pfn?
    public init(number: Int, look: PageLook, source: Pfn, target: Pfn?) {
      self.number = number
      self.look = look
      self.source = source
      self.target = target
    }
  }

  /// An entry of the legend.
  public enum LegendEntry: Hashable, Sendable {
    case page(PageLook)
    case pageblock(Migratetype)
    case skipHint
  }

  /// A zone's part of the map, from its first page to the one behind its last; both at borders of pageblocks.
  public struct Part: Equatable, Sendable {
    public var zone: ZoneName
    public var range: Range<Pfn>
    public init(zone: ZoneName, range: Range<Pfn>) {
      self.zone = zone
      self.range = range
    }
  }

  /// A page, and at what height of the picture it stood when the map got another size.
  public struct Held: Equatable, Sendable {
    public var page: Pfn
    /// Pixels from the upper edge of the window.
    public var y: Float
    public init(page: Pfn, y: Float) {
      self.page = page
      self.y = y
    }
  }

  /// First page and the one behind the last; both at borders of pageblocks.
  public var range: Range<Pfn>
  /// The zones, ascending; empty where there is but one.
  public var parts: [Part] = []
  /// The zone that the run is in; nil for the first one.
  public var runZone: ZoneName?
  public var pageblockOrder: Order
  /// Largest order of a free block, which the colours end at.
  public var maxOrder: Order
  /// Ascending; pages that are in no run are holes.
  public var runs: [Run]
  /// One for each pageblock of the range, or of its parts one behind the other.
  public var pageblocks: [Pageblock]
  /// The page that each scanner looks at next, which may be the one behind its pageblock's last; nil
  /// when there is no run.
  public var migrate: Pfn?
  public var free: Pfn?
  /// First page of the pageblock that each scanner is in, where that is not the one of the page above.
  public var migratePageblock: Pfn?
  public var freePageblock: Pfn?
  /// The scanners have met, and nothing is on its way any more.
  public var haveMet = false
  /// Pages between the scanners.
  public var between: Int?
  public var movers: [Mover]
  public var legend: [LegendEntry]
  /// The entries that the legend keeps room for, whether they are shown or not; with none for those that are.
  public var legendRoom: [LegendEntry] = []
  /// The page that must be seen where not everything fits.
  public var focus: Pfn
  /// A page that stays at its height where not everything fits, until the focus is on none of the rows around it.
  public var held: Held?
  public var inspector: Pfn?
  /// What the step just made changed, where nothing is to move.
  public var change: StepChange?
  /// The inspector is on this page alone, also where it is part of a block.
  public var inspectsPage = false
  /// Pages that are outlined: edited ones, or those that differ from the map beside it. Ascending.
  public var marked: [Range<Pfn>] = []
  /// The page or block that the step just made was about.
  public var subject: Pfn?
  /// What happened to it.
  public var mark: StepMark?

  public init(
    range: Range<Pfn>, pageblockOrder: Order, maxOrder: Order, runs: [Run], pageblocks: [Pageblock],
    migrate: Pfn? = nil, free: Pfn? = nil,
    migratePageblock: Pfn? = nil, freePageblock: Pfn? = nil, between: Int? = nil, movers: [Mover] = [],
    legend: [LegendEntry] = [], focus: Pfn? = nil, inspector: Pfn? = nil
  ) {
    self.range = range
    self.pageblockOrder = pageblockOrder
    self.maxOrder = maxOrder
    self.runs = runs
    self.pageblocks = pageblocks
    self.migrate = migrate
    self.free = free
    self.migratePageblock = migratePageblock
    self.freePageblock = freePageblock
    self.between = between
    self.movers = movers
    self.legend = legend
    self.focus = focus ?? range.lowerBound
    self.inspector = inspector
  }

  public func pageblock(at pfn: Pfn) -> Pageblock {
    var first = 0
    for stretch in stretches where !stretch.contains(pfn) && stretch.upperBound <= pfn {
      first += stretch.count >> pageblockOrder
    }
    let start = stretches.last { $0.lowerBound <= pfn }?.lowerBound ?? range.lowerBound
    return pageblocks[first + (pfn - start) >> pageblockOrder]
  }
}

extension PageMap {
  /// What has pages, zone by zone.
  var stretches: [Range<Pfn>] { parts.isEmpty ? [range] : parts.map(\.range) }

  /// The pages of the zone that the run is in.
  var runRange: Range<Pfn> { (parts.first { $0.zone == runZone } ?? parts.first)?.range ?? range }

  /// The zone that a page is in.
  func stretch(at pfn: Pfn) -> Range<Pfn> { stretches.first { $0.contains(pfn) } ?? range }
}

extension PageMap {
  /// The run that a page is in; nil for a hole.
  func run(at pfn: Pfn) -> Run? { runIndex(at: pfn).map { runs[$0] } }

  func runIndex(at pfn: Pfn) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start + runs[middle].count <= pfn { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].start <= pfn ? low : nil
  }

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
    return stretches.contains { $0.contains(free) } ? start(of: free) : nil
  }

  /// First page of the pageblock that a page is in.
  private func start(of pfn: Pfn) -> Pfn { (pfn >> pageblockOrder) << pageblockOrder }
}
