/// How a compaction run ended, or why it did not start (model 4.1, `enum compact_result`). The order
/// counts: results of several zones are combined with `max`.
public enum CompactResult: Int, Comparable, Sendable {
  case notSuitableZone, skipped, deferred, noSuitablePage, `continue`, complete, partialSkipped
  case contended, success

  public static func < (a: CompactResult, b: CompactResult) -> Bool { a.rawValue < b.rawValue }

  /// The kernel's word in trace text.
  public var traceName: String {
    switch self {
    case .notSuitableZone: "not_suitable_zone"
    case .skipped: "skipped"
    case .deferred: "deferred"
    case .noSuitablePage: "no_suitable_page"
    case .continue: "continue"
    case .complete: "complete"
    case .partialSkipped: "partial_skipped"
    case .contended: "contended"
    case .success: "success"
    }
  }
}
