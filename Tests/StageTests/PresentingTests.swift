import Canvas
import Testing

@testable import Stage

@Suite("Presenting")
struct PresentingTests {
  static func presented(_ scene: Scene) -> Scene {
    var scene = scene
    scene.isPresenting = true
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

  @Test("The map, one sentence, the scanners and the step are all there is")
  func nothingElse() throws {
    let picture = try picture(Samples.lesson())
    #expect(Set(picture.layout.rects.keys) == [.map, .explanation])
    let words = runs(picture).map(\.text).filter { $0.count > 1 }
    #expect(
      Set(words) == [
        "Four pages move from the migrate scanner’s pageblock to the", "free scanner’s.", "step 425 of 985",
        "migrate", "free", "held",
      ])
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
    scene.explanation?.heading = "A page moves."
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

  @Test("A lesson says its first sentence, a step what happened")
  func sentence() {
    var explanation = Explanation(heading: "A heading", text: "At 1.5 GiB it stops. Then it goes on.")
    #expect(explanation.sentence == "A heading")
    explanation.voice = .lesson
    #expect(explanation.sentence == "At 1.5 GiB it stops.")
    explanation.text = "Only one"
    #expect(explanation.sentence == "Only one")
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
