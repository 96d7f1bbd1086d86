import Canvas
import Testing
import Typography

@Suite(
  "Glyphs of the system's fonts",
  .enabled(if: (try? FontBook()) != nil, "no font is installed; sudo apt install fonts-dejavu-core"))
struct SDLGlyphSourceTests {
  let glyphs: SDLGlyphSource

  init() throws { glyphs = try SDLGlyphSource(book: FontBook()) }

  @Test("Every face has capitals that fit between baseline and ascent", arguments: Face.allCases)
  func metrics(face: Face) {
    let metrics = glyphs.metrics(face: face, size: 27)
    #expect(metrics.capHeight > 27 * 0.6 && metrics.capHeight < 27 * 0.85)
    #expect(metrics.ascent > metrics.capHeight)
    #expect(metrics.descent > 0)
  }

  @Test("Sizes between whole pixels are different sizes")
  func fractionalSizes() {
    let text = "compact_migrate_scanned and more of it"
    let widths = [20, 20.5, 21].map { glyphs.width(of: text, face: .sans, size: $0) }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test("In the monospaced faces every character is as wide as the other", arguments: [Face.mono, .monoBold])
  func monospaced(face: Face) {
    let widths = ["iiiiiiiiii", "WWWWWWWWWW", "0123456789"].map { glyphs.width(of: $0, face: face, size: 20) }
    #expect(Set(widths).count == 1)
  }

  @Test(
    "Every digit is as wide as the other, so that a number that counts stays where it is",
    arguments: Face.allCases)
  func digits(face: Face) {
    for size in [13, 14.6, 20, 29] as [Float] {
      let step = [111, 408, 999].map { glyphs.width(of: "step \($0) of 985", face: face, size: size) }
      #expect(Set(step).count == 1)
    }
  }

  @Test("A mask is the height of a capital, stands on the baseline and is no wider than the advance")
  func mask() {
    let mask = glyphs.mask(of: "HHH", face: .sans, size: 40)
    let height = Int(glyphs.metrics(face: .sans, size: 40).capHeight)
    #expect(mask.top == height && mask.height == height)
    #expect(mask.left >= 0)
    #expect(Float(mask.left + mask.width) <= glyphs.width(of: "HHH", face: .sans, size: 40))
    #expect(mask.coverage.contains(255))
  }

  @Test("Descenders lie below the baseline")
  func descender() {
    let mask = glyphs.mask(of: "p", face: .mono, size: 40)
    #expect(mask.height > mask.top)
  }

  @Test("Text without ink has an advance but an empty mask")
  func blank() {
    #expect(glyphs.mask(of: "", face: .sans, size: 20) == .empty)
    #expect(glyphs.width(of: "", face: .sans, size: 20) == 0)
    #expect(glyphs.mask(of: "  ", face: .sans, size: 20).coverage.isEmpty)
    #expect(glyphs.width(of: "  ", face: .sans, size: 20) > 0)
  }

  @Test("Asking twice gives the same, and another source gives the same again")
  func repeatable() throws {
    let other = try SDLGlyphSource(book: FontBook())
    for text in ["step 425 of 985", "pfn 0x5ea00", "≤ 12 → 3×"] {
      let mask = glyphs.mask(of: text, face: .sans, size: 27)
      #expect(glyphs.mask(of: text, face: .sans, size: 27) == mask)
      #expect(other.mask(of: text, face: .sans, size: 27) == mask)
      #expect(
        other.width(of: text, face: .sans, size: 27) == glyphs.width(of: text, face: .sans, size: 27))
    }
  }

  @Test("The x of a hexadecimal number is the letter in every face", arguments: Face.allCases)
  func hexadecimal(face: Face) {
    let (whole, letter) = (
      glyphs.mask(of: "0x8", face: face, size: 40), glyphs.mask(of: "x", face: face, size: 40)
    )
    let left = Int(glyphs.width(of: "0", face: face, size: 40)) + letter.left - whole.left
    // The left edge of the letter as it stands alone, row by row from the baseline up.
    for row in 1...letter.height {
      let (here, there) = ((whole.top - row) * whole.width + left, (letter.top - row) * letter.width)
      #expect(whole.coverage[here..<here + 4] == letter.coverage[there..<there + 4])
    }
  }

  @Test("Impossible sizes and odd text do not trap")
  func impossible() {
    for size: Float in [0, -3, .nan, 0.1] {
      #expect(glyphs.width(of: "x", face: .sans, size: size) >= 0)
    }
    for text in ["a\u{0}b", "line\nbreak", "e\u{301}\u{200D}", "\u{10FFFF}", "\u{FE0F}"] {
      #expect(glyphs.width(of: text, face: .sans, size: 20) >= 0)
      #expect(glyphs.mask(of: text, face: .sans, size: 20).height >= 0)
    }
  }

  @Test("A character that the face lacks is borrowed from a font that has it, where there is one")
  func borrowed() throws {
    let book = try FontBook()
    let scalar: Unicode.Scalar = "漢"
    guard let lender = book.lender(of: scalar, for: .sans), lender != book[.sans] else { return }
    let mixed = glyphs.mask(of: "a漢b", face: .sans, size: 30)
    let plain = glyphs.width(of: "ab", face: .sans, size: 30)
    #expect(glyphs.width(of: "a漢b", face: .sans, size: 30) > plain + 20)
    #expect(mixed.width > Int(plain) + 20)
  }

  @Test("A face's own font is not replaced for characters that it has")
  func ownFont() throws {
    let book = try FontBook()
    #expect(book[.sans].path != book[.mono].path)
    for face in Face.allCases { #expect(!book[face].family.isEmpty) }
  }
}
