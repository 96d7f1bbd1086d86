import CSDL
import Synchronization

/// SDL_ttf, started as long as this object lives. No window and no other part of SDL is needed. Opening and
/// closing fonts is one at a time in the whole process, as FreeType demands.
final class GlyphLibrary {
  private static let lock = Mutex(())

  init() throws(FontError) {
    let failure = Self.exclusively { TTF_Init() == 0 ? nil : String(cString: SDL_GetError()) }
    if let failure { throw .libraryFailed(reason: failure) }
  }

  deinit { Self.exclusively { TTF_Quit() } }

  static func exclusively<Result: Sendable>(_ body: () -> Result) -> Result {
    lock.withLock { _ in body() }
  }
}
