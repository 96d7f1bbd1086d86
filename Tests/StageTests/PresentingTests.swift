import Canvas
import Testing

@testable import Stage

@Suite("Presenting")
struct PresentingTests {
  static func presented(_ scene: Scene) -> Scene {
    var scene = scene
    scene.speech = Speech(sentences: scene.explanation?.sentences ?? [])
    return scene
  }

  private func picture(_ scene: Scene, textScale: Float = 1) throws -> Stage.Picture {
    try Samples.stage().picture(
      of: Self.presented(scene), theme: ThemeFiles.theme("dark"), width: 1920, height: 1080,
      textScale: textScale)
  }

  private func runs(_ picture: Stage.Picture) -> [GlyphRun] {
    picture.list.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
  }

  @Test("The map with its legend, what is said, the scanners, the stop and the step are all there is")
  func nothingElse() throws {
    var scene = Self.presented(Samples.lesson())
    scene.title.stop = Title.Stop(number: 4, count: 6)
    let picture = try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: 1920, height: 1080)
    #expect(Set(picture.layout.rects.keys) == [.map, .explanation, .legend])
    let said = text(picture)
    for part in try #require(scene.speech).sentences + ["stop 4 of 6", "step 425 of 985", "migrate", "held"] {
      #expect(said.contains(part), "\(part)")
    }
    #expect(!said.contains("pgmigrate") && !said.contains("Will it run"))
  }

  /// All texts, as they are read from line to line.
  private func text(_ picture: Stage.Picture) -> String {
    runs(picture).map(\.text).filter { $0.count > 1 }.joined(separator: " ")
  }

  @Test("What the step did is said beside its page in letters that the room can read, whole")
  func verdict() throws {
    var scene = Samples.lesson()
    guard case .pages(var map) = scene.map else { return }
    (map.subject, map.mark) = (Samples.firstPfn + 103, StepMark(label: "unmapped", voice: .migrateScanner))
    scene.map = .pages(map)
    let run = try #require(runs(try picture(scene)).first { $0.text == "unmapped" })
    #expect(run.size * 0.728 >= 0.024 * 1080 - 0.5)
  }

  @Test("No ring is drawn through what is said")
  func noRing() throws {
    var scene = Samples.lesson()
    let before = try picture(scene).list
    scene.pointedAt = .explanation
    #expect(try picture(scene).list == before)
  }

  private static let two = [
    "Somebody holds on to this page, so it was picked but could not move this time.",
    "It stays, and as long as it is held its pageblock can never become one free block of order 4.",
  ]

  @Test(
    "Both sentences are seen at 100 % in every window from 1366x768 up, beside all rows of the map",
    arguments: [(1366, 768), (1920, 1080), (2560, 1440), (3840, 2160)])
  func bothSentences(width: Int, height: Int) throws {
    var scene = Samples.lesson()
    scene.speech = Speech(sentences: Self.two, others: [Self.two.joined(separator: " ")])
    let picture = try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: Float(width), height: Float(height))
    for sentence in Self.two { #expect(text(picture).contains(sentence)) }
    #expect(!picture.layout.hasMoreToSay)
    #expect((picture.layout[.explanation]?.height ?? 0) <= Float(height) / 3)
    let geometry = try #require(picture.hits.pageGeometry)
    #expect(geometry.visibleRows == geometry.rows)
    #expect(picture.layout[.legend] != nil)
  }

  @Test("Where both find no room the first is seen with a mark, then the second, whole, and the map stays")
  func oneAfterTheOther() throws {
    var scene = Samples.lesson()
    var maps: Set<String> = []
    for isAtSecond in [false, true] {
      scene.speech = Speech(
        sentences: Self.two, isAtSecond: isAtSecond, others: [Self.two.joined(separator: " ")])
      let picture = try Samples.stage().picture(
        of: scene, theme: ThemeFiles.theme("dark"), width: 1366, height: 768, textScale: 1.8)
      #expect(picture.layout.hasMoreToSay)
      #expect(text(picture).contains(Self.two[isAtSecond ? 1 : 0]))
      #expect(!text(picture).contains(Self.two[isAtSecond ? 0 : 1]))
      #expect(text(picture).contains("PageDown") == !isAtSecond)
      maps.insert("\(String(describing: picture.layout[.map]))")
    }
    #expect(maps.count == 1)
  }

  @Test("What must be read or typed stands where the sentences are, and the map stays")
  func message() throws {
    var scene = Self.presented(Samples.lesson())
    func layout(_ scene: Scene) throws -> Layout {
      try Samples.stage().picture(of: scene, theme: ThemeFiles.theme("dark"), width: 1920, height: 1080)
        .layout
    }
    let before = try layout(scene)
    scene.message = "That was the last stop."
    scene.prompt = Prompt(label: "Go to", text: "", hint: "")
    let after = try layout(scene)
    #expect(after[.map] == before[.map] && after[.legend] == before[.legend])
    #expect(after[.message] != nil && after[.prompt] != nil && after[.explanation] == nil)
  }

  @Test("Capitals of the sentence are 3 % of the picture's height, of everything else at least 2.4 %")
  func legible() throws {
    for run in runs(try picture(Samples.lesson())) {
      let least: Float = run.text.contains("scanner’s") ? 0.03 : 0.024
      #expect(run.size * 0.728 >= least * 1080 - 0.5, "“\(run.text)”")
    }
  }

  @Test("At 300 % the sentence is three times as large, as long as it finds room")
  func enlarged() throws {
    var scene = Samples.lesson()
    scene.explanation = Explanation(heading: "A page moves.")
    let sizes = try [Float(1), 3].map { scale in
      runs(try picture(scene, textScale: scale)).first { $0.text == "A page moves." }?.size ?? 0
    }
    #expect(abs(sizes[1] - 3 * sizes[0]) <= 2)
  }

  @Test("The map stands where it stands, however long the sentence is")
  func steadyMap() throws {
    for scale in [Float(1), 2, 3] {
      let maps = try ["Short.", String(repeating: "a long sentence of many words ", count: 7)].map {
        sentence in
        var scene = Samples.lesson()
        scene.explanation?.heading = sentence
        let picture = try picture(scene, textScale: scale)
        #expect(runs(picture).map(\.text).joined(separator: " ").contains(sentence.suffix(8)))
        return picture.layout[.map]
      }
      #expect(maps[0] == maps[1])
    }
  }

  @Test("A lesson says its sentences, a step what happened, and how or why")
  func sentences() {
    var explanation = Explanation(
      heading: "A heading", text: "At 1.5 GiB it stops. Then it goes on.", because: "It is so.")
    #expect(explanation.sentences == ["A heading", "At 1.5 GiB it stops. Then it goes on."])
    explanation.text = ""
    #expect(explanation.sentences == ["A heading", "It is so."])
    explanation.text = "At 1.5 GiB it stops. Then it goes on."
    explanation.voice = .lesson
    #expect(explanation.sentences == ["At 1.5 GiB it stops.", "Then it goes on."])
    explanation.text = "Only one"
    #expect(explanation.sentences == ["Only one"])
  }

  @Test("A blank screen is one colour", arguments: [Blank.black, .white])
  func blank(blank: Blank) throws {
    var scene = Samples.lesson()
    scene.blank = blank
    let picture = try picture(scene)
    #expect(
      picture.list.items == [.fill(Rect(x: 0, y: 0, width: 1920, height: 1080), blank.color)])
    #expect(picture.hits.target(at: Point(900, 500)) == nil)
  }
}
