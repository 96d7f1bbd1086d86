import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("A line leads from a lesson's words to what they speak of")
struct LeaderTests {
  private static let windows: [(Float, Float, Float)] = [
    (1280, 720, 1), (1366, 768, 1), (1920, 1080, 1), (1366, 768, 1.5), (1920, 1080, 1.5),
  ]

  private func picture(
    _ scene: Scene, _ window: (Float, Float, Float), theme: String = "dark"
  ) throws -> Stage.Picture {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme(theme), width: window.0, height: window.1, textScale: window.2)
  }

  /// The parts of the line: what is drawn only because of it.
  private func line(_ scene: Scene, _ window: (Float, Float, Float)) throws -> (parts: [Rect], Stage.Picture)
  {
    var plain = scene
    (plain.spokenOf, plain.pointedAt) = (nil, nil)
    let picture = try picture(scene, window)
    let ring = try ThemeFiles.theme("dark").ring
    func fills(_ list: DrawList) -> [Rect] {
      list.items.compactMap { if case .fill(let rect, ring) = $0 { rect } else { nil } }
    }
    var known = fills(try self.picture(plain, window).list)
    let parts = fills(picture.list).filter { rect in
      guard let index = known.firstIndex(of: rect) else { return true }
      known.remove(at: index)
      return false
    }
    return (parts, picture)
  }

  /// It begins at the words, ends at the goal, and crosses nothing that can be read.
  private func check(_ parts: [Rect], _ picture: Stage.Picture, to goal: Rect, _ what: String) throws {
    let words = try #require(picture.layout[.explanation])
    #expect(parts.contains { abs($0.minX - words.maxX) <= 3 }, "\(what): from the words")
    #expect(parts.contains { $0.inset(by: -6).intersects(goal) }, "\(what): to the goal")
    for (text, box) in Pictured.texts(picture) {
      #expect(!parts.contains { $0.intersects(box) }, "\(what) crosses “\(text)”")
    }
  }

  @Test("To a page, wherever it is, and over no cell, no address and no other text")
  func pages() throws {
    let map = Samples.pageMap()
    for window in Self.windows {
      var found = 0
      for offset in stride(from: 0, to: 512, by: 23) {
        var scene = Samples.lesson()
        scene.explanation?.voice = .lesson
        var looked = map
        (looked.inspector, looked.focus) = (Samples.firstPfn + offset, Samples.firstPfn + offset)
        (looked.subject, looked.mark) = (Samples.firstPfn + offset, StepMark(label: "failed", voice: .run))
        scene.map = .pages(looked)
        scene.spokenOf = .page(Samples.firstPfn + offset)
        let (parts, picture) = try line(scene, window)
        guard !parts.isEmpty else { continue }
        found += 1
        let geometry = try #require(picture.hits.pageGeometry)
        let what = "\(offset) at \(window)"
        let run = try #require(map.run(at: Samples.firstPfn + offset))
        try check(parts, picture, to: geometry.box(of: run.start, count: run.count), what)
        for pfn in geometry.visiblePages where pfn != Samples.firstPfn + offset {
          let cell = geometry.box(of: pfn).inset(by: 0.5)
          #expect(
            !parts.dropLast().contains { $0.intersects(cell) }, "\(what) crosses \(pfn - Samples.firstPfn)")
        }
      }
      #expect(found > 16, "\(found) of 23 at \(window)")
    }
  }

  @Test("To scanners, the lane, the zone strip, a pageblock, and to panels beside the map")
  func others() throws {
    for window in Self.windows.prefix(3) {
      for spoken in [
        SpokenOf.scanner(.migrate), .scanner(.free), .lane, .strip, .pageblock(Samples.firstPfn + 96),
      ] {
        var scene = Samples.lesson()
        scene.spokenOf = spoken
        let (parts, picture) = try line(scene, window)
        #expect(!parts.isEmpty, "\(spoken) at \(window)")
        for (text, box) in Pictured.texts(picture) {
          #expect(!parts.contains { $0.intersects(box) }, "\(spoken) crosses “\(text)”")
        }
      }
      for panel in [Panel.algorithm, .freeBlocks, .verdict, .counters] {
        var scene = Samples.lesson()
        scene.pointedAt = panel
        let (parts, picture) = try line(scene, window)
        try check(
          parts, picture, to: try #require(picture.layout[panel]).inset(by: -18), "\(panel) at \(window)")
      }
    }
  }

  @Test("On a board to the pageblock that is spoken of, which is ringed")
  func board() throws {
    for pfn in [0x20000, 0x5EA00, 0x110000, 0x1E0000] {
      var scene = Samples.board()
      scene.spokenOf = .pageblock(pfn)
      let (parts, picture) = try line(scene, (1920, 1080, 1))
      let box = try #require(picture.hits.boardGeometry?.box(of: pfn))
      if !parts.isEmpty { try check(parts, picture, to: box, "\(pfn)") }
      let ring = try ThemeFiles.theme("dark").ring
      #expect(
        picture.list.items.contains { item in
          if case .stroke(let rect, _, _, ring, _) = item { rect.contains(box) } else { false }
        })
    }
  }

  @Test("To a room, and beside another branch, there is none")
  func none() throws {
    var scene = Samples.lesson()
    scene.spokenOf = .page(Samples.firstPfn + 103)
    for scene in [PresentingTests.presented(scene), Samples.beside(scene)] {
      #expect(try line(scene, (1920, 1080, 1)).parts.isEmpty)
    }
  }
}

@Suite("The scanners meet")
struct MeetingTests {
  @Test("Where they have met, one frame in both hues is round the pageblock that the kernel compares")
  func frame() throws {
    let theme = try ThemeFiles.theme("dark")
    let block = Samples.firstPfn + 15 * 16
    var map = Samples.pageMap()
    (map.migrate, map.migratePageblock, map.free, map.freePageblock) = (block, block - 16, block + 13, block)
    (map.movers, map.between, map.haveMet) = ([], 13, true)
    for (width, height) in LayoutTests.sizes {
      let picture = try Pictured.picture(.pages(map), width: width, height: height)
      let geometry = try #require(picture.hits.pageGeometry)
      func frames(_ hue: Color) -> [Rect] {
        picture.list.items.compactMap { item in
          if case .stroke(let rect, _, _, hue, .solid) = item, rect.width > geometry.segmentWidth / 2 {
            rect
          } else {
            nil
          }
        }
      }
      let (outer, inner) = (frames(theme.migrateScanner), frames(theme.freeScanner))
      #expect(outer.count == 1 && inner.count == 1, "\(width)x\(height)")
      #expect(inner[0] == geometry.frame(ofSegmentAt: block) && outer[0].contains(inner[0]))
      #expect(
        Pictured.texts(picture).contains { $0.text.contains("in one pageblock") || $0.text == "13 between" })
    }
  }

  @Test("On a board as well: neither frame hides the other")
  func board() throws {
    let theme = try ThemeFiles.theme("dark")
    var map = Samples.boardMap(gigabytes: 8)
    (map.migrate, map.migratePageblock, map.free, map.haveMet) = (0x5EA00, 0x5E800, 0x5EB10, true)
    map.inspector = nil
    let picture = try Pictured.picture(.board(map), width: 1920, height: 1080)
    func frames(_ hue: Color) -> [Rect] {
      picture.list.items.compactMap { if case .stroke(let rect, _, _, hue, _) = $0 { rect } else { nil } }
    }
    let (outer, inner) = (
      try #require(frames(theme.migrateScanner).first), try #require(frames(theme.freeScanner).first)
    )
    #expect(outer != inner && outer.contains(inner))
  }
}
