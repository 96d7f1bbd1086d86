import Canvas
import Testing

@testable import Simulation
@testable import Stage

@Suite("The window holds still while the run goes on, and has a place for all that is said")
struct SteadyTests {
  private func picture(
    _ scene: Scene, _ width: Float = 1366, _ height: Float = 768, _ textScale: Float = 1
  ) throws -> Stage.Picture {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height, textScale: textScale)
  }

  @Test("While steps and counters count up, nothing beside them in the title bar or the counters moves")
  func figures() throws {
    /// Left edges in the title bar, that of the step apart; right edges of the counters' figures.
    func places(_ step: Int) throws -> [Float] {
      var scene = Samples.lesson()
      scene.title.step = step
      scene.title.isPlaying = true
      scene.title.stop = Title.Stop(number: 4, count: 6)
      scene.timeline?.step = step
      for index in scene.counters.indices { scene.counters[index].value = step * (index + 1) }
      let picture = try picture(scene)
      let (title, counters) = (try #require(picture.layout[.title]), try #require(picture.layout[.counters]))
      let texts = Pictured.texts(picture)
      let left = texts.filter { title.contains($0.box.center) && !$0.text.hasPrefix("step") }.map(\.box.minX)
      let right = texts.filter { counters.contains($0.box.center) && $0.text.first?.isNumber == true }
      return left + right.map(\.box.maxX)
    }
    let still = try places(425)
    for step in [1, 9, 10, 99, 100, 426, 737, 985] {
      // Letters begin at whole pixels.
      let now = try places(step)
      #expect(now.count == still.count && zip(now, still).allSatisfy { abs($0 - $1) <= 1 }, "step \(step)")
    }
  }

  @Test("Panels that are folded away leave their room to the map, which takes it")
  func grows() throws {
    for (width, height) in LayoutTests.sizes where width >= 1280 {
      for base in [Samples.lesson(), Samples.board()] {
        var folded = base
        folded.folded = Set(Panel.column)
        let (before, after) = (try picture(base, width, height), try picture(folded, width, height))
        let (narrow, wide) = (try #require(before.layout[.map]), try #require(after.layout[.map]))
        #expect(wide.width > narrow.width * 1.2, "\(width)x\(height)")
        if let old = before.hits.pageGeometry, let new = after.hits.pageGeometry {
          #expect(new.cell.width * new.cell.height > old.cell.width * old.cell.height, "\(width)x\(height)")
          let used = new.span.right - new.span.left
          let fillsHeight = Float(new.rows) * new.rowPitch > new.viewport.height * 0.85
          #expect(used > new.viewport.width * 0.8 || fillsHeight, "\(width)x\(height)")
        }
        if let old = before.hits.boardGeometry, let new = after.hits.boardGeometry {
          #expect(new.viewport.width > old.viewport.width * 1.15, "\(width)x\(height)")
          #expect(new.viewport.width > wide.width * 0.7, "\(width)x\(height)")
        }
      }
    }
  }

  @Test("On a board's timeline stand its failures, merges, zones, and where the scanners met")
  func boardMarks() throws {
    let theme = try ThemeFiles.theme("dark")
    var scene = Samples.board()
    func items(_ marks: [Timeline.Mark]) throws -> Int {
      scene.timeline?.marks = marks
      let picture = try picture(scene, 1920, 1080)
      let place = try #require(picture.layout[.timeline])
      return picture.list.items.count { item in
        switch item {
        case .stroke(let rect, _, _, theme.migrateText, _): place.contains(rect.center)
        case .polygon(let points, _): points.allSatisfy { place.inset(by: -4).contains($0) }
        case .line(let from, _, _, theme.text, _): place.contains(from)
        case .fill(let rect, theme.text): place.contains(rect.center)
        default: false
        }
      }
    }
    let none = try items([])
    for kind in [Timeline.MarkKind.failure, .merge(9), .scannersMet, .zone(.normal)] {
      #expect(try items([Timeline.Mark(step: 1_205_000, kind: kind)]) > none, "\(kind)")
    }
  }

  @Test("Whatever the kernel answers to a request for a block is said whole")
  func answers() throws {
    for answer in CompactionOutlook.Answer.allCases {
      for base in [Samples.lesson(), Samples.board()] {
        var scene = base
        scene.verdict?.weighed = .block(
          CompactionOutlook(
            answer: answer, isCostly: true, mark: 3850, gap: 1024, fragmentationIndex: 996, threshold: 500))
        for (width, height) in LayoutTests.sizes {
          for textScale in [Float(1), 1.25, 1.5, 2] {
            let picture = try picture(scene, width, height, textScale)
            guard let place = picture.layout[.verdict] else { continue }
            let said = Pictured.texts(picture).filter { place.contains($0.box.center) }
            let all = said.map(\.text).joined(separator: " ")
            let what = "\(answer) at \(width)x\(height), \(textScale)"
            #expect(!all.contains("…"), "\(all): \(what)")
            #expect(all.contains(try Samples.words()(VerdictPanel.key(of: answer))), "\(all): \(what)")
          }
        }
      }
    }
  }

  @Test("Whatever a step did is said whole beside its page, and on a board beside its row")
  func marks() throws {
    let words = try Samples.words()
    let keys = words.entries.keys.filter { $0.hasPrefix("mark.") }
    let labels = Set(keys.map { words($0, ["order": .number(5)]) })
    #expect(labels.contains("failed"))
    for label in labels {
      let mark = StepMark(label: label, voice: .migrateScanner)
      for (width, height) in [(1024, 768), (1280, 720), (1366, 768), (1920, 1080)] as [(Float, Float)] {
        for textScale in [Float(1), 1.5, 2] {
          var map = Samples.pageMap()
          (map.subject, map.mark, map.focus) = (Samples.firstPfn + 103, mark, Samples.firstPfn + 103)
          var board = Samples.boardMap(gigabytes: 8)
          (board.subject, board.mark) = (0x5EA00, mark)
          for map in [Scene.Map.pages(map), .board(board)] {
            let picture = try Pictured.picture(map, width: width, height: height, textScale: textScale)
            let place = try #require(picture.layout[.map])
            let texts = Pictured.texts(picture).filter { place.contains($0.box.center) }.map(\.text)
            #expect(
              texts.joined(separator: " ").contains(label), "\(label) at \(width)x\(height), \(textScale)")
          }
        }
      }
    }
  }
}
