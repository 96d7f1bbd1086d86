import Canvas
import Testing

@testable import Stage

@Suite("Themes")
struct ThemeTests {
  @Test("Everything that carries a state stands out from the gap around it", arguments: ThemeFiles.names)
  func stateContrast(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    let scale = theme.freeScale(orders: 6)
    let free = theme.freeOutline.map { [$0] } ?? (0..<6).map { scale[$0] }
    for color in free + [
      theme.canMove, theme.cannotMove, theme.reserved, theme.migrateScanner, theme.freeScanner, theme.ring,
    ] {
      #expect(contrast(color, theme.background) >= 3)
    }
    #expect(contrast(theme.markedFrame, theme.background) >= 4.5)
    #expect(contrast(theme.rule, theme.panel) >= 3)
  }

  @Test("Every text can be read on every ground it stands on", arguments: ThemeFiles.names)
  func textContrast(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    for ground in [theme.panel, theme.background, theme.litLine] {
      for text in [theme.text, theme.secondaryText, theme.migrateText, theme.freeText, theme.goodNews] {
        #expect(contrast(text, ground) >= 4.5)
      }
    }
    for used in theme.outlinesUsedPages ? [theme.background] : [theme.canMove, theme.cannotMove] {
      #expect(contrast(theme.glyph, used) >= 4.5)
    }
    for orders in [6, 11] {
      let scale = theme.freeScale(orders: orders)
      for order in 0..<orders { #expect(contrast(theme.ink, scale[order]) >= 4.5) }
    }
    for pill in [theme.migrateScanner, theme.freeScanner] { #expect(contrast(theme.ink, pill) >= 4.5) }
    #expect(contrast(theme.background, theme.markedFrame) >= 4.5)
  }

  @Test("No two hues with different meanings look alike to any eye", arguments: ThemeFiles.names)
  func colourVision(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    var groups = [[theme.canMove], [theme.cannotMove], [theme.migrateScanner], [theme.freeScanner]]
    if theme.reserved != theme.cannotMove { groups.append([theme.reserved]) }
    let scale = theme.freeScale(orders: 6)
    groups.append((0..<6).map { scale[$0] })
    for vision in ColourVision.allCases {
      for (index, group) in groups.enumerated() {
        for other in groups[(index + 1)...] {
          for a in group {
            for b in other {
              let difference = deltaE2000(
                CIELab(vision.seen(LinearRGB(a))), CIELab(vision.seen(LinearRGB(b))))
              #expect(difference >= 10, "\(a) and \(b) for \(vision)")
            }
          }
        }
      }
    }
  }

  @Test("The colour difference agrees with published pairs")
  func publishedPairs() {
    func close(_ a: CIELab, _ b: CIELab, _ expected: Double) -> Bool {
      abs(deltaE2000(a, b) - expected) < 1e-4
    }
    #expect(
      close(
        CIELab(lightness: 50, a: 2.6772, b: -79.7751), CIELab(lightness: 50, a: 0, b: -82.7485), 2.0425))
    #expect(
      close(
        CIELab(lightness: 60.2574, a: -34.0099, b: 36.2677),
        CIELab(lightness: 60.4626, a: -34.1751, b: 39.4387), 1.2644))
  }

  @Test("Six orders get the colours of the palette, larger blocks being stronger")
  func paletteColours() throws {
    let expected: [String: [UInt32]] = [
      "dark": [0x4C8862, 0x68A074, 0x84B986, 0xA5D19B, 0xC8E6B6, 0xE9FCD3],
      "light": [0xE9F6EF, 0xCDF2E0, 0xAEEDD2, 0x8BE8C2, 0x61E1B1, 0x19D9A0],
      "high-contrast": [0x78B085, 0x90C292, 0xA9D49F, 0xC3E4B2, 0xDEF1CC, 0xF6FFE8],
    ]
    for (name, colors) in expected {
      let scale = try ThemeFiles.theme(name).freeScale(orders: 6)
      for (order, rgb) in colors.enumerated() {
        let color = Color(argb: 0xff00_0000 | rgb)
        #expect(distance(scale[order], color) <= 3, "\(name), order \(order)")
      }
    }
  }

  @Test("A theme with a key missing, a key too many or a word for a colour is refused by name")
  func refusals() throws {
    var colours = try ThemeFiles.colours("dark")
    colours["ink"] = nil
    #expect(throws: ThemeError.missing(theme: "dark", key: "ink")) {
      try Theme(name: "dark", colours: colours)
    }
    colours["ink"] = "black"
    #expect(throws: ThemeError.notAColour(theme: "dark", key: "ink", value: "black")) {
      try Theme(name: "dark", colours: colours)
    }
    colours["ink"] = "#000000"
    colours["inc"] = "#000000"
    #expect(throws: ThemeError.unknown(theme: "dark", key: "inc")) {
      try Theme(name: "dark", colours: colours)
    }
  }

  private func contrast(_ a: Color, _ b: Color) -> Double { LinearRGB(a).contrast(with: LinearRGB(b)) }

  /// The largest difference in a channel.
  private func distance(_ a: Color, _ b: Color) -> Int {
    [16, 8, 0].map { abs(Int(a.argb >> $0 & 0xff) - Int(b.argb >> $0 & 0xff)) }.max() ?? 0
  }
}
