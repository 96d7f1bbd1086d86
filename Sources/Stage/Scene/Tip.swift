/// What a thing that bears no word is, said beside the pointer that rests on it.
public struct Tip: Equatable, Sendable {
  public var text: String
  /// Where the pointer is, in pixels.
  public var x: Float
  public var y: Float
  public init(text: String, x: Float, y: Float) {
    self.text = text
    self.x = x
    self.y = y
  }
}
