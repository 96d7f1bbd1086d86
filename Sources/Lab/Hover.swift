import Canvas

/// A pointer that has come to rest, and perhaps on something that a tip can be given of.
struct Hover {
  let point: Point
  /// When it was first seen there.
  private var since: Duration?
  /// What is said of it; nil before it has rested long enough, or where nothing is to be said.
  private(set) var text: String?
  private var isSettled = false

  init(at point: Point) { self.point = point }

  /// How long a pointer rests before it is taken to ask.
  private static let patience = Duration.milliseconds(500)

  /// Lets time pass.
  /// - Parameter say: what the thing under the pointer is.
  mutating func advance(to now: Duration, say: (Point) -> String?) {
    guard !isSettled else { return }
    let since = since ?? now
    self.since = since
    guard now >= since + Self.patience else { return }
    isSettled = true
    text = say(point)
  }

  /// How long until it is taken to ask; nil where that has been answered.
  func wait(at now: Duration) -> Duration? {
    isSettled ? nil : since.map { max($0 + Self.patience - now, .zero) } ?? .zero
  }
}
