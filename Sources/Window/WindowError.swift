/// Why there is no window: one line that says what to do.
public enum WindowError: Error, Equatable, CustomStringConvertible {
  /// No screen that this program could reach.
  case noDisplay(reason: String)
  /// There is a screen, but no way to put pixels on it.
  case noPixels(reason: String)
  /// The screen is gone, as when somebody logs out.
  case lost

  public var description: String {
    switch self {
    case .noDisplay(let reason):
      "cannot open a window (\(reason)): set DISPLAY or WAYLAND_DISPLAY, or draw into a file with `render`"
    case .noPixels(let reason):
      "cannot draw in a window (\(reason)): try SDL_VIDEODRIVER=x11, or draw into a file with `render`"
    case .lost: "the display has gone: what was changed last may not be saved"
    }
  }
}
