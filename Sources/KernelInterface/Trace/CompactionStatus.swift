/// A result of compaction, as tracepoints print it (model 4.1). The raw value is the kernel's number.
public enum CompactionStatus: Int, Sendable, CaseIterable {
  case notSuitableZone = 0
  case skipped
  case deferred
  case noSuitablePage
  case `continue`
  case complete
  case partialSkipped
  case contended
  case success

  /// The word in a trace.
  public var text: String {
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

  /// - Parameter text: a kernel's word; `partial` is what was called `success` before 4.9.
  public init?(text: String) {
    let text = text == "partial" ? Self.success.text : text
    guard let status = Self.allCases.first(where: { $0.text == text }) else { return nil }
    self = status
  }
}
