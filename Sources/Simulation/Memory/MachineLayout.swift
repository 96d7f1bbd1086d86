/// The zones of the page allocator, lowest first (model 1.2, `enum zone_type`).
public enum ZoneName: Int, CaseIterable, Comparable, Sendable, CustomStringConvertible {
  case dma, dma32, normal, movable

  public var description: String {
    switch self {
    case .dma: "DMA"
    case .dma32: "DMA32"
    case .normal: "Normal"
    case .movable: "Movable"
    }
  }
  public static func < (a: ZoneName, b: ZoneName) -> Bool { a.rawValue < b.rawValue }
  public init?(_ description: some StringProtocol) {
    guard let name = ZoneName.allCases.first(where: { $0.description == description }) else { return nil }
    self = name
  }
}

/// A zone's marks, in pages (model 2.9, `_watermark`).
public struct Watermarks: Equatable, Sendable {
  public var min: Int
  public var low: Int
  public var high: Int
  public var promo: Int
  public init(min: Int, low: Int, high: Int, promo: Int? = nil) {
    self.min = min
    self.low = low
    self.high = high
    self.promo = promo ?? 2 * high - low
  }

  /// Where a zone keeps them.
  var fields: KeyValuePairs<ZoneField, Int> {
    [.watermarkMin: min, .watermarkLow: low, .watermarkHigh: high, .watermarkPromo: promo]
  }
}

/// How each CPU's lists of a zone are sized, in pages (model 1.5, `struct per_cpu_pages`).
public struct PagesetLayout: Equatable, Sendable {
  public var batch: Int
  /// `high`; with auto-tuning the least it can be.
  public var high: Int
  /// The most that auto-tuning may raise `high` to; equal to `high` where it is off.
  public var highMax: Int
  public init(batch: Int, high: Int, highMax: Int? = nil) {
    self.batch = batch
    self.high = high
    self.highMax = highMax ?? high
  }

  /// The kernel's own sizes for a zone of `managed` pages and a `low` watermark on `cpus` CPUs.
  public init(managed: Int, low: Int, cpus: Int, version: KernelVersion) {
    let quarter = Swift.max(Swift.min(managed >> 10, 256) / 4, 1)
    let wanted = quarter + quarter / 2
    let power = 1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)
    batch = Swift.max(power - 1, 1)
    high = Swift.max(low / cpus, 4 * batch)
    highMax = version.pagesetHighIsTuned ? Swift.max(managed / 8 / cpus, 4 * batch) : high
  }
}

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

/// A machine's memory as it is laid out at boot: one node.
public struct MachineLayout: Equatable, Sendable {
  public var scale: Scale
  /// Populated zones, lowest first.
  public var zones: [ZoneLayout]
  /// CPUs, each with its own per-CPU lists.
  public var cpus: Int
  public init(scale: Scale, zones: [ZoneLayout], cpus: Int = 1) {
    precondition(!zones.isEmpty && cpus > 0, "a machine has a zone and a CPU")
    self.scale = scale
    self.zones = zones
    self.cpus = cpus
  }
}
