import CSDL
import Canvas

/// Draws into memory of our own and copies what changed into a texture, where windows have no shared memory
/// (Wayland, KMSDRM). Owns a renderer and its texture.
final class TexturePresenter: Presenter {
  let surface: Surface
  private let renderer: OpaquePointer
  private let texture: OpaquePointer

  init(_ window: OpaquePointer) throws(WindowError) {
    guard let renderer = SDL_CreateRenderer(window, -1, 0) else {
      throw .noPixels(reason: VideoSystem.lastError)
    }
    var (width, height): (Int32, Int32) = (0, 0)
    SDL_GetRendererOutputSize(renderer, &width, &height)
    guard
      let texture = SDL_CreateTexture(
        renderer, SDL_PIXELFORMAT_ARGB8888.rawValue, Int32(SDL_TEXTUREACCESS_STREAMING.rawValue), width,
        height)
    else {
      SDL_DestroyRenderer(renderer)
      throw .noPixels(reason: VideoSystem.lastError)
    }
    self.renderer = renderer
    self.texture = texture
    surface = Surface(width: Int(width), height: Int(height))
  }

  deinit {
    SDL_DestroyTexture(texture)
    SDL_DestroyRenderer(renderer)
  }

  func present(_ areas: [PixelRect]) -> Bool {
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
