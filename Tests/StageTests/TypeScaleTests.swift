import Canvas
import Testing

@testable import Stage

@Suite("Type sizes")
struct TypeScaleTests {
  @Test("At 1080 lines capitals are as high as the palette says")
  func fullHD() {
    let type = TypeScale(width: 1920, height: 1080, textScale: 1, glyphs: FakeGlyphs())
    #expect(type.size(.label, .sans) == 20)
    #expect(type.size(.heading, .sansSemiBold) == 22)
    #expect(type.size(.body, .sans) == 27)
    #expect(type.size(.title, .sansSemiBold) == 30)
  }

  @Test("No text gets smaller than can be read, whatever the window")
  func floor() {
    let type = TypeScale(width: 640, height: 400, textScale: 1, glyphs: FakeGlyphs())
    #expect(type.capHeight(.label) >= TypeScale.floor - 0.5)
    #expect(type.capHeight(.title) > type.capHeight(.label))
  }

  @Test("Text at 200 % is twice as large")
  func doubled() {
    let type = TypeScale(width: 1920, height: 1080, textScale: 2, glyphs: FakeGlyphs())
    #expect(type.size(.label, .sans) == 40)
  }
}
