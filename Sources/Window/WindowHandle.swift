import CSDL

/// Owns an SDL window.
final class WindowHandle {
  /// SDL's handle, valid as long as this object lives.
  let pointer: OpaquePointer
  private let video: VideoSystem

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
    pointer = window
    SDL_SetWindowMinimumSize(window, 1024, 640)
    SDL_SetWindowMaximumSize(window, 3840, 2160)
  }

  deinit { SDL_DestroyWindow(pointer) }

  /// Pixels of the drawable for each unit of the window's size, in which the pointer is reported.
  func pixelsPerUnit(drawableWidth: Int) -> Float {
    var width: Int32 = 0
    SDL_GetWindowSize(pointer, &width, nil)
    return width > 0 ? Float(drawableWidth) / Float(width) : 1
  }

  /// A Wayland compositor can put the first picture of a new size where the window with its frame was: only
  /// the next one lies right.
  var appliesSizeLate: Bool { video.driver == "wayland" }

  var title: String {
    get { String(cString: SDL_GetWindowTitle(pointer)) }
    set { SDL_SetWindowTitle(pointer, newValue) }
  }

  /// Where the window was before it was made as large as the screen without anybody's help.
  private var placeBefore: SDL_Rect?

  var isFullScreen: Bool {
    get {
      placeBefore != nil || SDL_GetWindowFlags(pointer) & SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue != 0
    }
    set {
      guard newValue != isFullScreen else { return }
      if newValue, let destination { move(toDisplay: destination) }
      destination = nil
      if placeBefore != nil || video.driver == "x11" && !WindowManager.isThere {
        fillScreenUnaided(newValue)
      } else {
        SDL_SetWindowFullscreen(pointer, newValue ? SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue : 0)
      }
    }
  }

  /// As large as the screen, or as it was, where no window manager sees to it.
  private func fillScreenUnaided(_ fills: Bool) {
    if fills {
      var before = SDL_Rect()
      SDL_GetWindowPosition(pointer, &before.x, &before.y)
      SDL_GetWindowSize(pointer, &before.w, &before.h)
      placeBefore = before
      fill(display: display)
    } else if let placeBefore {
      self.placeBefore = nil
      take(placeBefore)
    }
  }

  private func fill(display: Int32) {
    var bounds = SDL_Rect()
    SDL_GetDisplayBounds(display, &bounds)
    take(bounds)
  }

  private func take(_ place: SDL_Rect) {
    SDL_SetWindowPosition(pointer, place.x, place.y)
    SDL_SetWindowSize(pointer, place.w, place.h)
  }

  /// The display on which the window is.
  private var display: Int32 { max(SDL_GetWindowDisplayIndex(pointer), 0) }

  /// The display that the window is to fill next, whatever it is on by then.
  private var destination: Int32?

  /// To the middle of the next display; false where there is no other one. A window that fills a display leaves
  /// the full screen, as it can't be moved there, and is to fill the next one.
  func moveToNextDisplay() -> Bool {
    let count = SDL_GetNumVideoDisplays()
    guard count > 1 else { return false }
    let next = (display + 1) % count
    if placeBefore != nil {
      fill(display: next)
      return true
    }
    if isFullScreen {
      isFullScreen = false
      destination = next
    }
    move(toDisplay: next)
    return true
  }

  private func move(toDisplay display: Int32) {
    let place = Int32(bitPattern: SDL_WINDOWPOS_CENTERED_MASK | UInt32(display))
    SDL_SetWindowPosition(pointer, place, place)
  }
}
