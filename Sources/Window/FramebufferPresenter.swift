import CSDL
import Canvas

/// Draws straight into the memory that the window system shares with us (X11, and without a screen).
final class FramebufferPresenter: Presenter {
  let surface: Surface
  private let window: OpaquePointer
  private var rects: [SDL_Rect] = []

  /// Nil where the window system has no such memory or not in our pixel format.
  init?(_ window: OpaquePointer) {
    guard let memory = SDL_GetWindowSurface(window)?.pointee, let pixels = memory.pixels,
      memory.format.pointee.BytesPerPixel == 4, memory.format.pointee.Rmask == 0x00FF_0000,
      memory.format.pointee.Gmask == 0x0000_FF00, memory.format.pointee.Bmask == 0x0000_00FF
    else { return nil }
    self.window = window
    surface = Surface(
      borrowing: pixels, width: Int(memory.w), height: Int(memory.h), bytesPerRow: Int(memory.pitch))
  }

  func present(_ areas: [PixelRect]) -> Bool {
    rects.removeAll(keepingCapacity: true)
    for area in areas { rects.append(SDL_Rect(area)) }
    return SDL_UpdateWindowSurfaceRects(window, rects, Int32(rects.count)) == 0
  }
}

extension SDL_Rect {
  init(_ area: PixelRect) {
    self.init(x: Int32(area.minX), y: Int32(area.minY), w: Int32(area.width), h: Int32(area.height))
  }
}
