/// Why compaction of a zone would not help, or could not work (model 8.1).
public struct Unsuitability: Equatable, Sendable {
  public enum Reason: Int, CaseIterable, Sendable {
    /// Too few free pages to move pages to.
    case tooFewPages
    /// Too few without those of CMA, which the request may not use.
    case tooFewWithoutCMA
    /// Memory is short rather than scattered: the fragmentation index is not above the threshold.
    case notFragmented
  }

  public var reason: Reason
  /// Free pages that count, or the index in thousandths.
  public var has: Int
  /// More than so many would be needed, in the same unit.
  public var needed: Int

  public init(_ reason: Reason, has: Int, needed: Int) {
    self.reason = reason
    self.has = has
    self.needed = needed
  }

  /// The kernel's word for it.
  var result: CompactResult { reason == .notFragmented ? .notSuitableZone : .skipped }
}
