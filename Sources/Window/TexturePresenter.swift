import CSDL
import Canvas

/// Draws into memory of our own and copies what changed into a texture, where windows have no shared memory
/// (Wayland, KMSDRM). Owns a renderer and its texture.
final class TexturePresenter: Presenter {
  private let window: WindowHandle
  private let renderer: OpaquePointer
  private var texture: OpaquePointer?
  private var surface: Surface?

  init(_ window: WindowHandle) throws(WindowError) {
    guard let renderer = SDL_CreateRenderer(window.pointer, -1, 0) else {
      throw .noPixels(reason: VideoSystem.lastError)
    }
    self.window = window
    self.renderer = renderer
  }

  deinit {
    if let texture { SDL_DestroyTexture(texture) }
    SDL_DestroyRenderer(renderer)
  }

  func makeSurface() throws(WindowError) -> Surface {
    if let texture { SDL_DestroyTexture(texture) }
    var (width, height): (Int32, Int32) = (0, 0)
    SDL_GetRendererOutputSize(renderer, &width, &height)
    texture = SDL_CreateTexture(
      renderer, SDL_PIXELFORMAT_ARGB8888.rawValue, Int32(SDL_TEXTUREACCESS_STREAMING.rawValue), width, height)
    if texture == nil { throw .noPixels(reason: VideoSystem.lastError) }
    let surface = Surface(width: Int(width), height: Int(height), inPlaceOf: surface)
    self.surface = surface
    return surface
  }

  func present(_ areas: [PixelRect], of surface: Surface) -> Bool {
    for area in areas where !area.isEmpty {
      var rect = SDL_Rect(area)
      let failure = surface.withBytes(fromX: area.minX, y: area.minY) { address, bytesPerRow in
        SDL_UpdateTexture(texture, &rect, address, Int32(bytesPerRow))
      }
      if failure != 0 { return false }
    }
    // What the renderer showed before is not kept, so the whole texture is shown each time.
    guard SDL_RenderCopy(renderer, texture, nil, nil) == 0 else { return false }
    SDL_RenderPresent(renderer)
    return true
  }
}
