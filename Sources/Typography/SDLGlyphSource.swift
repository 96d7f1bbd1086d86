import Canvas

/// Glyphs of the system's fonts, shaped and drawn by SDL_ttf. Characters that a face lacks come from other
/// fonts. Everything that was asked for lately is remembered, within a bound of memory.
public final class SDLGlyphSource: GlyphSource {
  public let book: FontBook
  private let library: GlyphLibrary
  private var files: [String: FontData] = [:]
  private var fonts = GenerationCache<FontKey, SizedFont?>(weightMax: fontsMax)
  private var metricsKnown: [SizedFace: FaceMetrics] = [:]
  private var widths = GenerationCache<RunKey, Float>(weightMax: 4 << 20)
  private var masks = GenerationCache<RunKey, CoverageMask>(weightMax: 32 << 20)

  /// Fonts open at the same time; a text size that changes smoothly asks for many.
  private static let fontsMax = 64
  /// Bytes that an entry takes besides its text and its mask, about.
  private static let entryWeight = 128

  /// A face at a size in quarters of a pixel; finer differences are not seen.
  private struct SizedFace: Hashable {
    let face: Face
    let quarterPixels: Int

    init(_ face: Face, _ size: Float) {
      self.face = face
      quarterPixels = size >= 1 ? Int(min(size, 2000) * 4 + 0.5) : 4
    }
  }

  private struct FontKey: Hashable {
    let file: FontFile
    let quarterPixels: Int
  }

  private struct RunKey: Hashable {
    let sized: SizedFace
    let text: String
  }

  /// Throws if a font that the book names cannot be opened.
  public init(book: FontBook) throws(FontError) {
    self.book = book
    library = try GlyphLibrary()
    for face in Face.allCases {
      _ = try open(book[face], quarterPixels: 64)
    }
  }

  public func width(of text: String, face: Face, size: Float) -> Float {
    let key = RunKey(sized: SizedFace(face, size), text: text)
    if let known = widths.value(for: key) { return known }
    let width = parts(of: text, key.sized).reduce(0) { $0 + self.width(of: $1, key.sized) }
    widths.set(width, for: key, weight: Self.entryWeight + text.utf8.count)
    return width
  }

  public func metrics(face: Face, size: Float) -> FaceMetrics {
    let sized = SizedFace(face, size)
    if let known = metricsKnown[sized] { return known }
    let metrics =
      font(book[face], sized)?.metrics ?? FaceMetrics(capHeight: size * 0.7, ascent: size, descent: size / 4)
    metricsKnown[sized] = metrics
    return metrics
  }

  public func mask(of text: String, face: Face, size: Float) -> CoverageMask {
    let key = RunKey(sized: SizedFace(face, size), text: text)
    if let known = masks.value(for: key) { return known }
    let mask = self.mask(of: parts(of: text, key.sized), key.sized)
    masks.set(mask, for: key, weight: Self.entryWeight + text.utf8.count + mask.coverage.count)
    return mask
  }

  // MARK: Runs by font

  /// A stretch of text that one font has.
  private struct Part {
    let font: SizedFont
    var text: String
    /// A figure stands alone: all figures are as wide as the widest, so that a number that counts stays
    /// where it is.
    var isFigure = false
  }

  private var figureWidths: [SizedFace: Float] = [:]

  private func width(of part: Part, _ sized: SizedFace) -> Float {
    part.isFigure ? figureWidth(part.font, sized) : part.font.width(of: part.text)
  }

  private func figureWidth(_ font: SizedFont, _ sized: SizedFace) -> Float {
    if let known = figureWidths[sized] { return known }
    let width = (0...9).map { font.width(of: String($0)) }.max() ?? 0
    figureWidths[sized] = width
    return width
  }

  private func parts(of text: String, _ sized: SizedFace) -> [Part] {
    guard let own = font(book[sized.face], sized) else { return [] }
    var parts: [Part] = []
    for character in text {
      let font = self.font(for: character, own: own, sized)
      // Figures of a face of fixed width are equal already, and so are those that another font lends.
      if sized.face.isProportional, font === own, character.isASCII, character.isNumber {
        parts.append(Part(font: font, text: String(character), isFigure: true))
      } else if let last = parts.last, !last.isFigure, last.font === font {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append(Part(font: font, text: String(character)))
      }
    }
    return parts
  }

  /// The face's own font if it has the character or nobody has; else a lender.
  private func font(for character: Character, own: SizedFont, _ sized: SizedFace) -> SizedFont {
    guard let missing = character.unicodeScalars.first(where: { !own.has($0) && !$0.isIgnorable }),
      let lender = book.lender(of: missing, for: sized.face)
    else { return own }
    return font(lender, sized) ?? own
  }

  /// A font at a size, nil if it cannot be opened.
  private func font(_ file: FontFile, _ sized: SizedFace) -> SizedFont? {
    let key = FontKey(file: file, quarterPixels: sized.quarterPixels)
    if let known = fonts.value(for: key) { return known }
    let opened = try? open(file, quarterPixels: sized.quarterPixels)
    fonts.set(opened, for: key, weight: 1)
    return opened
  }

  private func open(_ file: FontFile, quarterPixels: Int) throws(FontError) -> SizedFont {
    let data: FontData
    if let known = files[file.path] {
      data = known
    } else {
      data = try FontData(path: file.path)
      files[file.path] = data
    }
    return try SizedFont(file, data, quarterPixels: quarterPixels, library: library)
  }

  private func mask(of parts: [Part], _ sized: SizedFace) -> CoverageMask {
    if parts.count == 1 { return mask(of: parts[0], sized) }
    var pen = 0
    var masks: [CoverageMask] = []
    for part in parts {
      var mask = self.mask(of: part, sized)
      mask.left += pen
      if !mask.coverage.isEmpty { masks.append(mask) }
      pen += Int(width(of: part, sized))
    }
    return CoverageMask(joining: masks)
  }

  /// A figure stands in the middle of its width.
  private func mask(of part: Part, _ sized: SizedFace) -> CoverageMask {
    var mask = part.font.mask(of: part.text)
    if part.isFigure { mask.left += Int((width(of: part, sized) - part.font.width(of: part.text)) / 2) }
    return mask
  }
}

extension Unicode.Scalar {
  /// Joiners and selectors, which say how their neighbours look and need no glyph of their own.
  fileprivate var isIgnorable: Bool { properties.isDefaultIgnorableCodePoint }
}

extension Face {
  /// Whether its letters are as wide as they look.
  fileprivate var isProportional: Bool {
    switch self {
    case .sans, .sansSemiBold: true
    case .mono, .monoBold: false
    }
  }
}
