import Canvas

/// Gives memory to draw in, and brings it on the screen. Keeps the window alive.
protocol Presenter: AnyObject {
  /// Memory for the window's present size; what was got before must not be used any more. What was
  /// drawn in it stays.
  func makeSurface() throws(WindowError) -> Surface

  /// Brings these areas of the surface on the screen; false if new memory must be asked for.
  func present(_ areas: [PixelRect], of surface: Surface) -> Bool
}

extension WindowHandle {
  /// The fastest way to put pixels into this window. A window takes one way only, so this is asked for once.
  func makePresenter() throws(WindowError) -> any Presenter {
    if let framebuffer = FramebufferPresenter(self) { return framebuffer }
    return try TexturePresenter(self)
  }
}
