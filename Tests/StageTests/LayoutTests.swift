import Canvas
import Testing
import Typography
import Words

@testable import Stage

@Suite("Layout")
struct LayoutTests {
  static let sizes: [(width: Float, height: Float)] = [
    (1024, 640), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160),
  ]
  /// More than 2 is for presenting only.
  static let textScales: [Float] = [1, 1.25, 1.5, 2, 3]

  /// What the tests look at: every kind of view, in English and in a language whose words are longer.
  private static let scenes = [
    ("lesson", Samples.lesson()), ("board", Samples.board()), ("large board", Samples.board(gigabytes: 32)),
    ("editing", Samples.editing(Samples.lesson())),
    ("settings of a board", Samples.editing(Samples.board(), setting: 5)),
    ("two branches", Samples.beside(Samples.lesson())),
    ("two branches of a board", Samples.beside(Samples.board(gigabytes: 32), isLeft: false)),
    ("menu", Samples.menu()), ("list", Samples.list()),
    ("crowded lesson", Samples.crowded(Samples.lesson())),
    ("crowded board", Samples.crowded(Samples.board())),
    ("crowded large board", Samples.crowded(Samples.board(gigabytes: 32), prompt: false)),
    ("list of events", Samples.events()),
  ]
  private static let presented = [
    ("presented lesson", PresentingTests.presented(Samples.lesson())),
    ("presented board", PresentingTests.presented(Samples.board())),
    ("presented with a message", PresentingTests.presented(Samples.crowded(Samples.lesson()))),
  ]

  @Test(
    "In any window texts and panels stay inside, stand apart and cover no page", arguments: textScales)
  func everythingHasItsPlace(textScale: Float) throws {
    try Self.pictures(textScale: textScale) { name, picture in
      textsStayInside(name, picture)
      textsStandApart(name, picture)
      panelsStandApart(name, picture)
      textsSpareCells(name, picture)
    }
  }

  private static func pictures(
    textScale: Float, _ body: (String, Stage.Picture) throws -> Void
  ) throws {
    let words = try Samples.words()
    let theme = try ThemeFiles.theme("dark")
    let scenes = textScale > 2 ? presented : scenes + presented
    for catalogue in [words, words.pseudoLanguage()] {
      let stage = Stage(words: catalogue, glyphs: FakeGlyphs())
      for (name, scene) in scenes {
        for size in sizes {
          let picture = stage.picture(
            of: scene, theme: theme, width: size.width, height: size.height, textScale: textScale)
          try body("\(name) in \(catalogue.language) at \(size.width)x\(size.height)", picture)
        }
      }
    }
  }

  /// Where a text's capitals stand, with what hangs below the line.
  private static func box(_ run: GlyphRun) -> Rect {
    Rect(
      x: run.origin.x, y: run.origin.y - 0.73 * run.size, width: run.width, height: 0.73 * run.size)
  }

  private static func texts(_ picture: Stage.Picture) -> [(run: GlyphRun, box: Rect)] {
    picture.list.items.compactMap { item in
      if case .text(let run) = item { (run, box(run)) } else { nil }
    }
  }

  /// No text leaves the window or the panel it stands in.
  private func textsStayInside(_ name: String, _ picture: Stage.Picture) {
    let window = Rect(x: 0, y: 0, width: picture.layout.width, height: picture.layout.height)
    let panels = Array(picture.layout.rects.values)
    for (run, box) in Self.texts(picture) {
      #expect(window.contains(box), "“\(run.text)” leaves the window: \(name)")
      let panel = panels.first { $0.contains(box.center) }
      #expect(
        panel?.inset(by: -1).contains(box) == true, "“\(run.text)” \(box) leaves \(panel as Any): \(name)")
    }
  }

  /// No text stands on another.
  private func textsStandApart(_ name: String, _ picture: Stage.Picture) {
    let texts = Self.texts(picture).sorted { $0.box.minY < $1.box.minY }
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] {
        if other.box.minY >= text.box.maxY { break }
        #expect(
          !text.box.inset(by: 0.5).intersects(other.box),
          "“\(text.run.text)” and “\(other.run.text)”: \(name)")
      }
    }
  }

  @Test(
    "With this machine's own fonts, too, texts stay inside and apart",
    .enabled(if: (try? FontBook()) != nil, "needs fonts"))
  func systemFonts() throws {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let stage = Stage(words: try Samples.words(), glyphs: glyphs)
    let theme = try ThemeFiles.theme("light")
    for size in Self.sizes.prefix(5) {
      for textScale in [Float(1), 2] {
        for scene in [
          Samples.lesson(), Samples.editing(Samples.lesson()), Samples.beside(Samples.lesson()),
          Samples.board(),
        ] {
          let picture = stage.picture(
            of: scene, theme: theme, width: size.width, height: size.height, textScale: textScale)
          let window = Rect(x: 0, y: 0, width: size.width, height: size.height)
          let texts = Self.texts(picture).sorted { $0.box.minY < $1.box.minY }
          for (index, text) in texts.enumerated() {
            #expect(window.contains(text.box), "“\(text.run.text)” leaves the window: \(size), \(textScale)")
            for other in texts[(index + 1)...] {
              if other.box.minY >= text.box.maxY { break }
              #expect(
                !text.box.inset(by: 0.5).intersects(other.box),
                "“\(text.run.text)” and “\(other.run.text)”: \(size), \(textScale)")
            }
          }
        }
      }
    }
  }

  /// No panel stands on another, and all of them are in the window.
  private func panelsStandApart(_ name: String, _ picture: Stage.Picture) {
    let window = Rect(x: 0, y: 0, width: picture.layout.width, height: picture.layout.height)
    let panels = picture.layout.rects.sorted { $0.key.description < $1.key.description }
    for (index, (panel, rect)) in panels.enumerated() {
      #expect(window.contains(rect), "\(panel): \(name)")
      for (other, otherRect) in panels[(index + 1)...] {
        #expect(!rect.inset(by: 0.5).intersects(otherRect), "\(panel) and \(other): \(name)")
      }
    }
  }

  /// What stands beside the map covers no page of it.
  private func textsSpareCells(_ name: String, _ picture: Stage.Picture) {
    func isPage(_ point: Point) -> Bool {
      switch picture.hits.target(at: point) {
      case .page, .pageblocks: true
      default: false
      }
    }
    for (run, box) in Self.texts(picture) where !isPage(box.center) {
      let corners = [
        Point(box.minX, box.minY), Point(box.maxX - 0.5, box.minY), Point(box.minX, box.maxY),
        Point(box.maxX - 0.5, box.maxY),
      ]
      #expect(!corners.contains(where: isPage), "“\(run.text)” covers a page: \(name)")
    }
  }

  @Test("Text that finds no room ends in … instead of being cut off")
  func elision() throws {
    let setter = try Samples.setter()
    let text = "a sentence that is too long for its place"
    let elided = setter.elided(text, to: 120, .label, .sans)
    #expect(elided.hasSuffix("…") && setter.width(elided) <= 120)
    #expect(setter.elided("short", to: 120, .label, .sans) == "short")
    let lines = setter.wrapped(text, to: 120, .label, .sans, limit: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(setter.wrapped(text, to: 120, .label, .sans).joined(separator: " ") == text)
  }

  @Test("Small print that finds no room ends with a whole part")
  func wholeParts() throws {
    let setter = try Samples.setter()
    let text = "zone Normal · manual run: order −1, sync · as Linux 6.12"
    func fitting(_ part: String) -> String {
      setter.whole(text, within: setter.width(part) + 1, .label, .sans)
    }
    #expect(fitting(text) == text)
    #expect(
      fitting("zone Normal · manual run: order −1, sync · as") == "zone Normal · manual run: order −1, sync")
    #expect(fitting("zone Normal · manual run: order −1, s") == "zone Normal · manual run: order −1")
    #expect(fitting("zone Normal · manual run") == "zone Normal")
    #expect(fitting("zone") == "")
  }

  @Test("Letters of a map grow with the texts around it, in every window", arguments: sizes.indices)
  func mapLetters(window: Int) throws {
    let (width, height) = Self.sizes[window]
    let stage = try Samples.stage()
    let theme = try ThemeFiles.theme("dark")
    /// The em size of the letters in cells: the commonest one of single letters.
    func letters(_ textScale: Float) -> Float {
      let picture = stage.picture(
        of: Samples.lesson(), theme: theme, width: width, height: height, textScale: textScale)
      let sizes = Self.texts(picture).map(\.run).filter { $0.text == "a" || $0.text == "f" }.map(\.size)
      return Dictionary(grouping: sizes, by: \.self).max { $0.value.count < $1.value.count }?.key ?? 0
    }
    let usual = letters(1)
    #expect(usual > 0)
    #expect(letters(1.5) >= usual * 1.2)
    #expect(letters(2) >= usual * 1.3)
  }

  @Test("The column folds its counters first, then the algorithm, when text grows")
  func folding() throws {
    let stage = try Samples.stage()
    let theme = try ThemeFiles.theme("dark")
    func panels(_ height: Float, _ scale: Float) -> Set<Panel> {
      let layout = stage.picture(
        of: Samples.lesson(), theme: theme, width: 1920, height: height, textScale: scale
      ).layout
      return Set(Panel.column.filter { layout[$0] != nil })
    }
    #expect(panels(1080, 1) == [.algorithm, .freeBlocks, .verdict, .counters])
    #expect(panels(1080, 1.2) == [.algorithm, .freeBlocks, .verdict])
    #expect(!panels(1080, 1.6).contains(.algorithm))
  }

  @Test("Where things stand is the same in every theme", arguments: [Float(1), 2])
  func themes(textScale: Float) throws {
    let stage = try Samples.stage()
    let themes = try ThemeFiles.names.map(ThemeFiles.theme)
    for (name, scene) in Self.scenes + Self.presented {
      let boxes = themes.map { theme in
        Self.texts(
          stage.picture(of: scene, theme: theme, width: 1280, height: 720, textScale: textScale)
        ).map(\.box)
      }
      #expect(boxes.allSatisfy { $0 == boxes[0] }, "\(name)")
    }
  }

  @Test("From 1280x720 on, nothing that a run, its inspector and its list say is cut off at 100 %")
  func nothingCut() throws {
    let stage = try Samples.stage()
    let theme = try ThemeFiles.theme("dark")
    for (name, scene) in Self.scenes + Self.presented {
      for size in Self.sizes where size.width >= 1280 {
        let picture = stage.picture(of: scene, theme: theme, width: size.width, height: size.height)
        // Of the title bar's small print some may be missing where there is more to say than usual.
        for (run, box) in Self.texts(picture)
        where run.text.hasSuffix("…") && picture.layout[.title]?.contains(box.center) != true {
          Issue.record("“\(run.text)” at \(run.origin): \(name) at \(size.width)x\(size.height)")
        }
      }
    }
  }

  @Test("What is inspected is said in any window, at any size of text", arguments: [Float(1), 2])
  func inspectorStays(textScale: Float) throws {
    let stage = try Samples.stage()
    let theme = try ThemeFiles.theme("dark")
    for scene in [Samples.lesson(), Samples.board()] {
      var scene = Samples.crowded(scene, prompt: false)
      scene.message = nil
      for size in Self.sizes {
        let picture = stage.picture(
          of: scene, theme: theme, width: size.width, height: size.height, textScale: textScale)
        #expect(picture.layout[.inspector] != nil, "\(size)")
      }
    }
  }
}
