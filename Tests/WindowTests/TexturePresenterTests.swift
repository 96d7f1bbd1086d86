import CSDL
import Canvas
import Testing

@testable import Window

extension WindowTests {
  @Test("Where windows share no memory, a texture brings what changed on the screen")
  func texture() throws {
    SDL_SetHintWithPriority("SDL_VIDEODRIVER", "dummy", SDL_HINT_OVERRIDE)
    let window = try WindowHandle(title: "Test", width: 1024, height: 640, applicationID: "test")
    let presenter = try TexturePresenter(window)
    let surface = try presenter.makeSurface()
    #expect(surface.width == 1024 && surface.height == 640)
    let retained = RetainedSurface(surface, glyphs: NoGlyphs())
    for rect in [Rect(x: 0, y: 0, width: 5, height: 5), Rect(x: 1000, y: 600, width: 24, height: 40)] {
      #expect(presenter.present(retained.show(list(rect)), of: surface))
    }
    let renderer = try #require(SDL_GetRenderer(window.pointer))
    var pixels = [UInt32](repeating: 0, count: 1024 * 640)
    SDL_RenderReadPixels(renderer, nil, SDL_PIXELFORMAT_ARGB8888.rawValue, &pixels, 1024 * 4)
    #expect(PictureComparison(Image(width: 1024, height: 640, pixels: pixels), surface.image).agrees())
    #expect(try presenter.makeSurface().width == 1024)
  }
}
