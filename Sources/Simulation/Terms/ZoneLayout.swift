/// One zone as it is laid out at boot.
public struct ZoneLayout: Equatable, Sendable {
  public var name: ZoneName
  /// First pfn of the span, and the first behind it.
  public var start: Pfn
  public var end: Pfn
  /// What is present inside the span, ascending and apart from each other.
  public var ranges: [ClosedRange<Pfn>]
  /// Pages given to the page allocator.
  public var managed: Int
  /// Those it begins with.
  public var watermarks: Watermarks
  /// Pages kept from requests whose highest zone is the key (`lowmem_reserve`).
  public var lowmemReserve: [ZoneName: Int]
  /// Sizes of the per-CPU lists; nil where they are switched off.
  public var pageset: PagesetLayout?

  /// - Parameter start: where the span begins and `end` where it ends, if not with the ranges.
  public init(
    name: ZoneName, ranges: [ClosedRange<Pfn>], start: Pfn? = nil, end: Pfn? = nil, managed: Int? = nil,
    watermarks: Watermarks, lowmemReserve: [ZoneName: Int] = [:], pageset: PagesetLayout? = nil
  ) {
    precondition(!ranges.isEmpty, "a zone needs at least one range of present pages")
    self.name = name
    self.ranges = ranges
    self.start = start ?? ranges[0].lowerBound
    self.end = end ?? ranges[ranges.count - 1].upperBound + 1
    self.managed = managed ?? ranges.reduce(0) { $0 + $1.count }
    self.watermarks = watermarks
    self.lowmemReserve = lowmemReserve
    self.pageset = pageset
  }

  public var present: Int { ranges.reduce(0) { $0 + $1.count } }
  public var spanned: Int { end - start }
}
