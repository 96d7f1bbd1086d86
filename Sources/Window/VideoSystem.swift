import CSDL

/// SDL's video part, started as long as this object lives.
final class VideoSystem {
  /// `applicationID` is the name by which the desktop finds the program's entry and icon.
  init(applicationID: String) throws(WindowError) {
    // Without a graphics processor a "fast" window surface is a detour through a software OpenGL,
    // twelve times slower than shared memory. A variable of the same name in the environment wins.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1")
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1")
    SDL_SetHint("SDL_VIDEO_X11_WMCLASS", applicationID)
    SDL_SetHint("SDL_VIDEO_WAYLAND_WMCLASS", applicationID)
    XLibrary.forgiveLateMessages()
    XLibrary.sayLostDisplay()
    guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { throw .noDisplay(reason: Self.lastError) }
    // Without a screen SDL settles for one that nobody can see, unless it was asked for that.
    if SDL_GetHint("SDL_VIDEODRIVER") == nil, ["offscreen", "dummy", "evdev"].contains(driver) {
      SDL_QuitSubSystem(SDL_INIT_VIDEO)
      throw .noDisplay(reason: "no screen was found")
    }
  }

  deinit { SDL_QuitSubSystem(SDL_INIT_VIDEO) }

  /// SDL's name for the window system.
  var driver: String { SDL_GetCurrentVideoDriver().map { String(cString: $0) } ?? "" }

  /// What SDL says about its last failure, one line.
  static var lastError: String {
    let text = String(cString: SDL_GetError())
    return text.isEmpty ? "no reason given" : text
  }
}
