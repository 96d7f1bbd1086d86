import CSDL
import Canvas

/// A font opened at one size, in quarters of a pixel. Owns an SDL_ttf font.
final class SizedFont {
  private let library: GlyphLibrary
  /// Read from as long as the font is open.
  private let data: FontData
  private let font: OpaquePointer

  /// - Parameter data: what `file` holds.
  init(_ file: FontFile, _ data: FontData, quarterPixels: Int, library: GlyphLibrary) throws(FontError) {
    // SDL_ttf takes whole points only; 18 points at 4·s dots an inch are s pixels, for s in quarters too.
    let dots = UInt32(quarterPixels)
    let opened: Opened = GlyphLibrary.exclusively {
      // The stream is closed with the font, or at once if there is none.
      guard let font = TTF_OpenFontIndexDPIRW(data.stream(), 1, 18, file.index, dots, dots) else {
        return Opened(address: 0, failure: String(cString: SDL_GetError()))
      }
      // Light hinting sharpens heights and leaves widths alone: layouts stay the same from size to size.
      TTF_SetFontHinting(font, TTF_HINTING_LIGHT)
      return Opened(address: UInt(bitPattern: font), failure: "")
    }
    guard let font = OpaquePointer(bitPattern: opened.address) else {
      throw .unusable(file: file.path, reason: opened.failure)
    }
    self.font = font
    self.data = data
    self.library = library
  }

  private struct Opened: Sendable {
    let address: UInt
    let failure: String
  }

  deinit {
    let address = UInt(bitPattern: font)
    GlyphLibrary.exclusively { TTF_CloseFont(OpaquePointer(bitPattern: address)) }
  }

  func has(_ scalar: Unicode.Scalar) -> Bool { TTF_GlyphIsProvided32(font, scalar.value) != 0 }

  var metrics: FaceMetrics {
    FaceMetrics(
      capHeight: Float(box(of: "H").top), ascent: Float(TTF_FontAscent(font)),
      descent: Float(-TTF_FontDescent(font)))
  }

  /// Advance width in pixels.
  func width(of text: String) -> Float {
    var width: Int32 = 0
    TTF_SizeUTF8(font, text, &width, nil)
    return Float(width)
  }

  /// Coverage of shaped text, cut to where there is any.
  func mask(of text: String) -> CoverageMask {
    let white = SDL_Color(r: 255, g: 255, b: 255, a: 255)
    guard let first = text.unicodeScalars.first, let picture = TTF_RenderUTF8_Blended(font, text, white)
    else { return .empty }
    defer { SDL_FreeSurface(picture) }
    // A first glyph that reaches out to the left has moved the picture.
    return AlphaPicture(picture.pointee).mask(
      left: min(0, box(of: first).left), ascent: Int(TTF_FontAscent(font)))
  }

  /// Left and top edge of a glyph relative to its origin on the baseline, y up.
  private func box(of scalar: Unicode.Scalar) -> (left: Int, top: Int) {
    var (left, top): (Int32, Int32) = (0, 0)
    TTF_GlyphMetrics32(font, scalar.value, &left, nil, nil, &top, nil)
    return (Int(left), Int(top))
  }
}

/// The alpha channel of a surface that SDL_ttf made, 32 bits a pixel.
private struct AlphaPicture {
  private let width: Int
  private let height: Int
  private let pixels: UnsafePointer<UInt32>
  private let stride: Int

  /// Valid as long as the surface is.
  init(_ surface: SDL_Surface) {
    width = Int(surface.w)
    height = Int(surface.h)
    stride = Int(surface.pitch) / 4
    pixels = UnsafePointer(surface.pixels.assumingMemoryBound(to: UInt32.self))
  }

  func mask(left: Int, ascent: Int) -> CoverageMask {
    guard let rows = inkedRows else { return .empty }
    let columns = inkedColumns(in: rows)
    let coverage = [UInt8](unsafeUninitializedCapacity: rows.count * columns.count) { coverage, count in
      for y in rows {
        let row = pixels + (y * stride + columns.lowerBound)
        for x in 0..<columns.count { coverage[count + x] = UInt8(truncatingIfNeeded: row[x] >> 24) }
        count += columns.count
      }
    }
    return CoverageMask(
      width: columns.count, height: rows.count, left: left + columns.lowerBound,
      top: ascent - rows.lowerBound, coverage: coverage)
  }

  private func isInked(_ x: Int, _ y: Int) -> Bool { pixels[y * stride + x] >> 24 != 0 }

  private var inkedRows: Range<Int>? {
    func isInked(_ y: Int) -> Bool {
      let row = pixels + y * stride
      var all: UInt32 = 0
      for x in 0..<width { all |= row[x] }
      return all >> 24 != 0
    }
    guard let first = (0..<height).first(where: isInked), let last = (0..<height).last(where: isInked)
    else { return nil }
    return first..<last + 1
  }

  /// Row by row, as memory lies: each looks only beyond what others have found.
  private func inkedColumns(in rows: Range<Int>) -> Range<Int> {
    var (first, end) = (width, 0)
    for y in rows {
      if let x = (0..<first).first(where: { isInked($0, y) }) { first = x }
      if end < width, let x = (end..<width).last(where: { isInked($0, y) }) { end = x + 1 }
    }
    return first..<end
  }
}
