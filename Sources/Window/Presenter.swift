import Canvas

/// Memory to draw in, and a way to bring it on the screen.
protocol Presenter: AnyObject {
  /// As large as the window's drawable; what was drawn stays.
  var surface: Surface { get }
  /// Brings the pixels of these areas on the screen; false if the memory was lost.
  func present(_ areas: [PixelRect]) -> Bool
}
