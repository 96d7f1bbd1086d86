/// Why there is no text: one line that says what to do.
public enum FontError: Error, Equatable, CustomStringConvertible {
  /// The system has no font that could be used.
  case noFonts
  /// A font is there, but the library cannot use it.
  case unusable(file: String, reason: String)
  case libraryFailed(reason: String)

  public var description: String {
    switch self {
    case .noFonts:
      "no font found on this system; install one with: sudo apt install fonts-dejavu-core"
    case .unusable(let file, let reason):
      "\(file): cannot use this font (\(reason)); install another with: sudo apt install fonts-dejavu-core"
    case .libraryFailed(let reason):
      "cannot start SDL_ttf (\(reason)); reinstall it with: sudo apt install --reinstall libsdl2-ttf-2.0-0"
    }
  }
}
