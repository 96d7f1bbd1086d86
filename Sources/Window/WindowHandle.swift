import CSDL

/// Owns an SDL window, and whatever puts pixels into it.
final class WindowHandle {
  private let video: VideoSystem
  private let window: OpaquePointer
  private var currentPresenter: (any Presenter)?

  init(title: String, width: Int, height: Int, applicationID: String) throws(WindowError) {
    video = try VideoSystem(applicationID: applicationID)
    var usable = SDL_Rect(x: 0, y: 0, w: Int32(width), h: Int32(height))
    SDL_GetDisplayUsableBounds(0, &usable)
    let flags = SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue
    guard
      let window = SDL_CreateWindow(
        title, windowPositionCentered, windowPositionCentered, min(Int32(width), max(usable.w, 1)),
        min(Int32(height), max(usable.h, 1)), flags)
    else { throw .noDisplay(reason: VideoSystem.lastError) }
    self.window = window
    SDL_SetWindowMinimumSize(window, 1024, 640)
    SDL_SetWindowMaximumSize(window, 3840, 2160)
  }

  deinit {
    currentPresenter = nil
    SDL_DestroyWindow(window)
  }

  /// What puts pixels into the window at its present size.
  func presenter() throws(WindowError) -> any Presenter {
    if let currentPresenter { return currentPresenter }
    let presenter: any Presenter
    if let framebuffer = FramebufferPresenter(window) {
      presenter = framebuffer
    } else {
      presenter = try TexturePresenter(window)
    }
    currentPresenter = presenter
    return presenter
  }

  /// The size changed, or the system lost the pixels: ask for memory again.
  func dropPresenter() { currentPresenter = nil }

  /// Pixels of the drawable for each unit of the window's size, in which the pointer is reported.
  func pixelsPerUnit(drawableWidth: Int) -> Float {
    var width: Int32 = 0
    SDL_GetWindowSize(window, &width, nil)
    return width > 0 ? Float(drawableWidth) / Float(width) : 1
  }

  var identifier: UInt32 { SDL_GetWindowID(window) }

  var title: String {
    get { String(cString: SDL_GetWindowTitle(window)) }
    set { SDL_SetWindowTitle(window, newValue) }
  }

  var isFullScreen: Bool {
    get { SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue != 0 }
    set { SDL_SetWindowFullscreen(window, newValue ? SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue : 0) }
  }
}
