/// How this machine's own figures are doing.
public enum LiveStatus: Equatable, Sendable {
  /// Read so many seconds ago from the source of this name.
  case read(source: String, age: Int)
  /// Not to be had, and why.
  case missing(reason: String)
}

extension LiveStatus {
  /// Whether there are figures.
  var isRead: Bool { if case .read = self { true } else { false } }
}
