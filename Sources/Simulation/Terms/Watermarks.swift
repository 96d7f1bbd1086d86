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
