import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("Unusual windows and contents")
struct EdgeTests {
  private func picture(_ scene: Scene, _ width: Float, _ height: Float, textScale: Float = 1) throws
    -> Stage.Picture
  {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("light"), width: width, height: height, textScale: textScale)
  }

  @Test(
    "A window of any shape gets a picture of finite shapes",
    arguments: [(1, 1), (40, 900), (320, 200), (640, 480), (800, 2000), (5000, 400), (7680, 4320)])
  func anyWindow(width: Int, height: Int) throws {
    for scene in [
      Samples.lesson(), Samples.board(), Samples.board(gigabytes: 32), Samples.menu(), Samples.list(),
      Samples.editing(Samples.lesson()), Samples.editing(Samples.board(), setting: 3),
      Samples.beside(Samples.lesson()), Samples.beside(Samples.board()),
    ] {
      for textScale in [Float(1), 2] {
        let picture = try picture(scene, Float(width), Float(height), textScale: textScale)
        let bounds = picture.list.bounds
        #expect(bounds.width.isFinite && bounds.height.isFinite)
      }
    }
  }

  @Test("A zone of a single pageblock, a pageblock of kernel size and an odd number of them are drawn whole")
  func otherZones() throws {
    for (order, pages) in [(4, 16), (4, 48), (9, 512)] {
      var scene = Samples.lesson()
      let start = 0x2000
      scene.map = .pages(
        PageMap(
          range: start..<(start + pages), pageblockOrder: order, maxOrder: order + 1,
          runs: (0..<pages).map { PageMap.Run(start: start + $0, look: .anonymous) },
          pageblocks: [PageMap.Pageblock](
            repeating: PageMap.Pageblock(.cma, skipHint: true), count: pages >> order),
          migrate: start, free: start + pages, freePageblock: start + pages - (1 << order), between: pages))
      let picture = try picture(scene, 1920, 1080)
      let letters = picture.list.items.count { item in
        if case .text(let run) = item { run.text == "a" } else { false }
      }
      #expect(letters == pages)
      #expect(picture.hits.target(at: Point(0, 0)) == nil)
    }
  }

  @Test("Every kind of page and every type of pageblock has a look of its own in every theme")
  func looks() throws {
    let looks: [PageLook] = [
      .free(0), .free(3), .anonymous, .file, .unevictable, .largeFolio, .movableOps, .pinned, .kernel,
      .hugetlb,
      .reserved, .source(1), .target(1), .held, .captured, .onPerCPUList,
    ]
    let setter = try Samples.setter(width: 1920, height: 1080)
    for name in ThemeFiles.names {
      let theme = try ThemeFiles.theme(name)
      let drawn = looks.map { look in
        var pen = Pen(theme: theme, setter: setter, unit: 1)
        pen.cell(
          look, in: Rect(x: 0, y: 0, width: 52, height: 28), scale: theme.freeScale(orders: 6), glyphSize: 20)
        return pen.list
      }
      for (index, list) in drawn.enumerated() {
        #expect(!list.items.isEmpty)
        for (other, otherList) in drawn.enumerated() where other > index {
          #expect(list != otherList, "\(looks[index]) and \(looks[other]) in \(name)")
        }
      }
    }
  }

  @Test("Every word of a scene is in the catalogue")
  func words() throws {
    let words = try Samples.words()
    let looks: [PageLook] = [
      .free(0), .anonymous, .file, .unevictable, .largeFolio, .movableOps, .pinned, .kernel, .hugetlb,
      .reserved,
      .source(1), .target(1), .held, .captured, .onPerCPUList,
    ]
    for look in looks { #expect(words.contains(look.key)) }
    for type in Migratetype.allCases {
      #expect(words.contains("migratetype.\(type).letter") && words.contains("migratetype.\(type).name"))
    }
    for line in 1...AlgorithmPanel.lines { #expect(words.contains("algorithm.line\(line)")) }
    let answers: [CompactionOutlook.Answer] = [
      .runs, .notNeeded, .mayNotWait, .tooFewPages, .notFragmented, .deferred,
    ]
    for answer in answers { #expect(words.contains(VerdictPanel.key(of: answer))) }
    for weighed in [Verdict.Weighed.nothing, .range] {
      #expect(words.contains(VerdictPanel.key(of: weighed)))
    }
    for scanner in Scanner.allCases { #expect(words.contains(scanner.key)) }
  }

  @Test("An empty menu, a board without memory and a message fit into the window as well")
  func emptiness() throws {
    var scene = Samples.menu()
    scene.map = .menu(Menu(sections: []))
    scene.message = String(repeating: "this did not work and here is why, at length; ", count: 20)
    let picture = try picture(scene, 1024, 640)
    #expect(
      picture.list.items.contains { if case .text(let run) = $0 { run.text.hasSuffix("…") } else { false } })
    let message = try #require(picture.layout[.message])
    #expect(picture.hits.target(at: message.center) == .message)
    scene.map = .board(BoardMap(zones: [], pageblockOrder: 9, maxOrder: 10, base: 0, summaries: []))
    _ = try self.picture(scene, 1024, 640)
  }
}
