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

extension Watermarks {
  /// A zone's marks as the kernel sets them up (`__setup_per_zone_wmarks`).
  /// - Parameters:
  ///   - managed: the zone's pages, and `lowmem`: those of all such zones.
  ///   - scaleFactor: `watermark_scale_factor`, ten-thousandths of the zone between two marks.
  public init(managed: Int, lowmem: Int, minFreeKilobytes: Int, scaleFactor: Int = 10) {
    let least = minFreeKilobytes / 4 * managed / lowmem
    let gap = Swift.max(least >> 2, managed * scaleFactor / 10000)
    self.init(min: least, low: least + gap, high: least + 2 * gap, promo: least + 3 * gap)
  }

  /// The marks of the Movable zone, whose pages the kernel itself never needs.
  public init(movableZoneOf managed: Int, scaleFactor: Int = 10) {
    let least = Swift.min(Swift.max(managed / 1024, 32), 128)
    let gap = Swift.max(least >> 2, managed * scaleFactor / 10000)
    self.init(min: least, low: least + gap, high: least + 2 * gap, promo: least + 3 * gap)
  }
}
