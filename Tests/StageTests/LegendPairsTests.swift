import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("What the legend names is told apart without colour")
struct LegendPairsTests {
  /// Something that is drawn: what is written on it, and its shapes in shades of grey.
  private struct Drawn {
    var name: String
    var letters: [String]
    /// Relative luminance of each pixel, as WCAG 2 defines it.
    var light: [Double]

    /// Pixels that stand out from those of another at the same place.
    func pixels(unlike other: Drawn, by contrast: Double) -> Int {
      zip(light, other.light).count { max($0, $1) + 0.05 >= contrast * (min($0, $1) + 0.05) }
    }
  }

  /// The letters of the glyphs only, without ink: so that shapes alone are painted.
  private final class NoInk: GlyphSource {
    private let glyphs = FakeGlyphs()
    func width(of text: String, face: Face, size: Float) -> Float {
      glyphs.width(of: text, face: face, size: size)
    }
    func metrics(face: Face, size: Float) -> FaceMetrics { glyphs.metrics(face: face, size: size) }
    func mask(of text: String, face: Face, size: Float) -> CoverageMask { .empty }
  }

  private func drawn(
    _ name: String, _ theme: Theme, width: Float, height: Float, unit: Float,
    _ draw: (inout Pen, Rect) -> Void
  ) throws -> Drawn {
    var pen = Pen(
      theme: theme, setter: try Samples.setter(width: 1920 * unit, height: 1080 * unit), unit: unit)
    let side = (width: Int(width) + 8, height: Int(height) + 8)
    pen.list.fill(Rect(x: 0, y: 0, width: Float(side.width), height: Float(side.height)), theme.background)
    draw(&pen, Rect(x: 4, y: 4, width: width, height: height))
    let surface = Surface(width: side.width, height: side.height)
    surface.paint(pen.list, glyphs: NoInk())
    let letters = pen.list.items.compactMap { if case .text(let run) = $0 { run.text } else { nil } }
    let light = (0..<side.height).flatMap { y in
      (0..<side.width).map { x in LinearRGB(surface[x, y]).luminance }
    }
    return Drawn(name: name, letters: letters, light: light)
  }

  private static let looks: [PageLook] =
    (0...5).map { .free($0) } + [
      .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps, .kernel, .slab,
      .pageTable,
      .pinned, .pinnedFile, .hugetlb, .reserved, .onPerCPUList, .source(1), .source(12), .target(1),
      .target(12),
      .held, .captured,
    ]

  @Test("Any two kinds of page, at every size of a cell", arguments: ThemeFiles.names)
  func pages(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    for (width, height, unit) in [(18, 20, 0.711), (25, 28, 1), (39, 40, 1), (50, 52, 1)]
      as [(Float, Float, Float)]
    {
      let cells = try Self.looks.map { look in
        try drawn("\(look)", theme, width: width, height: height, unit: unit) { pen, box in
          pen.cell(look, in: box, scale: theme.freeScale(orders: 6), glyphSize: 20 * unit)
        }
      }
      let nothing = try drawn("nothing", theme, width: width, height: height, unit: unit) { _, _ in }
      for (index, cell) in cells.enumerated() {
        #expect(cell.pixels(unlike: nothing, by: 3) >= 20, "\(cell.name) stands out at \(width)x\(height)")
        for other in cells[(index + 1)...] where cell.letters == other.letters {
          #expect(
            cell.pixels(unlike: other, by: 3) >= 8, "\(cell.name) and \(other.name) at \(width)x\(height)")
        }
      }
    }
  }

  @Test("Any two classes of page that are too small for letters", arguments: ThemeFiles.names)
  func smallPages(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    let looks: [PageLook] = [
      .anonymous, .file, .kernel, .pinned, .reserved, .onPerCPUList, .source(1), .held, .captured,
    ]
    for side in [8, 10, 14] as [Float] {
      let cells = try looks.map { look in
        try drawn("\(look)", theme, width: side, height: side, unit: 0.711) { pen, box in
          pen.smallCell(look, in: box, scale: theme.freeScale(orders: 11))
        }
      }
      for (index, cell) in cells.enumerated() {
        for other in cells[(index + 1)...] {
          #expect(cell.pixels(unlike: other, by: 2) >= 3, "\(cell.name) and \(other.name), \(side) pixels")
        }
      }
    }
  }

  @Test("Any two types of pageblock: a letter each, and another frame or tab", arguments: ThemeFiles.names)
  func pageblocks(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    let words = try Samples.words()
    let types = Migratetype.allCases
    #expect(Set(types.map { words("migratetype.\($0).letter") }).count == types.count)
    let tabs = try types.filter { $0 != .movable }.map { type in
      try drawn("\(type)", theme, width: 20, height: 27, unit: 1) { pen, box in
        pen.tab(type, in: box, size: 20)
      }
    }
    let nothing = try drawn("nothing", theme, width: 20, height: 27, unit: 1) { _, _ in }
    for tab in tabs { #expect(tab.letters.count == 1 && tab.pixels(unlike: nothing, by: 4.5) > 100) }
  }

  @Test("Any two marks of the timeline", arguments: ThemeFiles.names)
  func marks(name: String) throws {
    let theme = try ThemeFiles.theme(name)
    let marks: [(String, (inout Timeline) -> Void)] = [
      ("nothing", { _ in }), ("a merge", { $0.marks = [Timeline.Mark(step: 500, kind: .merge(4))] }),
      ("a failure", { $0.marks = [Timeline.Mark(step: 500, kind: .failure)] }),
      ("the scanners met", { $0.marks = [Timeline.Mark(step: 500, kind: .scannersMet)] }),
      ("a zone", { $0.marks = [Timeline.Mark(step: 500, kind: .zone(.normal))] }),
      ("a stop", { $0.stops = [500] }), ("a branch", { $0.forks = [500] }),
      ("a bookmark", { $0.bookmarks = [500] }),
    ]
    for unit in [Float(0.711), 1] {
      let drawn = try marks.map { name, mark in
        var timeline = Timeline(step: 0, steps: 1000)
        mark(&timeline)
        return try self.drawn(name, theme, width: 400, height: 40, unit: unit) { pen, box in
          TimelineView(timeline: timeline).draw(in: box, key: nil, with: &pen)
        }
      }
      for (index, mark) in drawn.enumerated() {
        for other in drawn[(index + 1)...] {
          #expect(mark.pixels(unlike: other, by: 3) >= 10, "\(mark.name) and \(other.name)")
        }
      }
    }
  }
}
