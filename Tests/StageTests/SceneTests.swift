import Canvas
import Testing

@testable import Stage

@Suite("What a step is about, on the map")
struct StepSubjectTests {
  @Test("The block that a step is about is ringed as a whole")
  func ring() throws {
    var scene = Samples.lesson()
    guard case .pages(var map) = scene.map else { return }
    map.subject = Samples.firstPfn + 33
    scene.map = .pages(map)
    let theme = try ThemeFiles.theme("dark")
    let list = try Samples.stage().picture(
      of: scene, theme: theme, width: 1280, height: 720
    ).list
    let rings = list.items.compactMap { item -> Rect? in
      if case .stroke(let rect, _, _, theme.ring, _) = item { rect } else { nil }
    }
    // A free block of order 5 fills its row of two pageblocks.
    #expect(rings.count { $0.width > 500 } == 1)
  }
}
