@testable import Stage

extension Samples {
  /// The stage that shows the samples: the program's words, in letters that are the same everywhere.
  static func stage() throws -> Stage { Stage(words: try words(), glyphs: FakeGlyphs()) }

  /// What breaks texts for a window of this size, in pixels.
  static func setter(width: Float = 1280, height: Float = 720) throws -> Typesetter {
    let type = TypeScale(width: width, height: height, textScale: 1, glyphs: FakeGlyphs())
    return Typesetter(type: type, words: try words(), glyphs: FakeGlyphs())
  }
}
