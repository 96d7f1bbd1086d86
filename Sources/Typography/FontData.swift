import CSDL
import Foundation

/// The bytes of a font file, mapped into memory for as long as this object lives. A font is read piece by
/// piece, one for every glyph; asking the system for each of them took a third of the time of a new text.
final class FontData {
  private let bytes: NSData

  init(path: String) throws(FontError) {
    do {
      bytes = try NSData(contentsOfFile: path, options: .alwaysMapped)
    } catch {
      throw .unusable(file: path, reason: error.localizedDescription)
    }
  }

  /// A stream of the bytes, to be closed by whoever gets it; valid as long as this object lives. Nil for an
  /// empty file.
  func stream() -> UnsafeMutablePointer<SDL_RWops>? {
    SDL_RWFromConstMem(bytes.bytes, Int32(clamping: bytes.length))
  }
}
