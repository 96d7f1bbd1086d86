import CSDL
import Canvas

/// Draws straight into the memory that the window system shares with us (X11, and without a screen).
final class FramebufferPresenter: Presenter {
  private let window: WindowHandle
  private var rects: [SDL_Rect] = []

  /// Nil where the window system has no such memory or not in our pixel format.
  init?(_ window: WindowHandle) {
    guard Self.memory(of: window) != nil else { return nil }
    self.window = window
  }

  func makeSurface() throws(WindowError) -> Surface {
    guard let memory = Self.memory(of: window) else { throw .noPixels(reason: VideoSystem.lastError) }
    return memory
  }

  func present(_ areas: [PixelRect], of surface: Surface) -> Bool {
    rects.removeAll(keepingCapacity: true)
    for area in areas { rects.append(SDL_Rect(area)) }
    return SDL_UpdateWindowSurfaceRects(window.pointer, rects, Int32(rects.count)) == 0
  }

  private static func memory(of window: WindowHandle) -> Surface? {
    guard let memory = SDL_GetWindowSurface(window.pointer)?.pointee, let pixels = memory.pixels,
      memory.format.pointee.BytesPerPixel == 4, memory.format.pointee.Rmask == 0x00FF_0000,
      memory.format.pointee.Gmask == 0x0000_FF00, memory.format.pointee.Bmask == 0x0000_00FF
    else { return nil }
    return Surface(
      borrowing: pixels, width: Int(memory.w), height: Int(memory.h), bytesPerRow: Int(memory.pitch))
  }
}

extension SDL_Rect {
  init(_ area: PixelRect) {
    self.init(x: Int32(area.minX), y: Int32(area.minY), w: Int32(area.width), h: Int32(area.height))
  }
}
