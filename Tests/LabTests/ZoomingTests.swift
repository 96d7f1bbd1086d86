import Canvas
import Runs
import Stage
import Testing

@testable import Lab

@Suite("Looking closely at a run")
struct ZoomingTests {
  private func board() throws -> Laboratory {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    // All of it takes long to record, its beginning is enough.
    while laboratory.state.run.map({ $0.steps < 5000 }) ?? true { laboratory.receive() }
    laboratory.send(.stepping(.pickedStep(5000)))
    try settle(laboratory)
    return laboratory
  }

  /// No motion lasts so long.
  private static let long = Duration.seconds(10)

  private func settle(_ laboratory: Laboratory) throws {
    _ = try laboratory.nextPicture()
    _ = try laboratory.nextPicture(at: Self.long)
    #expect(try laboratory.nextPicture(at: Self.long) == nil, "nothing moves any more")
  }

  private func press(_ key: Key, _ modifiers: Modifiers = [], on laboratory: Laboratory) {
    laboratory.handle(.key(key, modifiers, isRepeat: false))
  }

  @Test("Z goes from the board to pageblocks and on to pages, Shift+Z back; step and inspector stay")
  func keys() throws {
    let laboratory = try board()
    laboratory.send(.inspecting(.inspected(0x20000, wholePageblock: true)))
    let run = laboratory.state.run
    let start = laboratory.scene()
    for level in [Float(1), 2, 2] {
      press(.character("z"), on: laboratory)
      let zoom = laboratory.scene().zoom
      #expect(zoom?.level == level && zoom?.center == Zoom.Place(0x20000))
    }
    #expect(
      laboratory.state.run?.step == run?.step && laboratory.state.run?.inspecting.pfn == run?.inspecting.pfn)
    for _ in 0..<3 { press(.character("z"), .shift, on: laboratory) }
    #expect(laboratory.scene() == start)
  }

  @Test("The eye glides to where it is to look, and the picture is drawn until it is there")
  func glides() throws {
    let laboratory = try board()
    press(.character("z"), on: laboratory)
    let levels = try (0...8).compactMap { frame in
      try laboratory.nextPicture(at: Self.long + .milliseconds(50) * frame).map { $0.zoom?.level ?? 0 }
    }
    #expect(levels.count == 9 && levels == levels.sorted())
    #expect(levels.last == 1)
    #expect(try laboratory.nextPicture(at: Self.long + .milliseconds(1000)) == nil)
  }

  @Test("With reduced motion it is there at once")
  func reduced() throws {
    let laboratory = try board()
    laboratory.send(.viewing(.choseReducedMotion(true)))
    press(.character("z"), on: laboratory)
    #expect(try laboratory.nextPicture(at: Self.long)?.zoom?.level == 1)
    #expect(laboratory.wait(at: Self.long) != .zero)
  }

  @Test("A key pressed while the eye is under way does its work, and the eye goes on from where it is")
  func interrupted() throws {
    let laboratory = try board()
    press(.character("z"), on: laboratory)
    _ = try laboratory.nextPicture(at: Self.long)
    let half = try #require(try laboratory.nextPicture(at: Self.long + .milliseconds(200))?.zoom?.level)
    press(.character("z"), .shift, on: laboratory)
    let next = try laboratory.nextPicture(at: Self.long + .milliseconds(216))?.zoom?.level
    #expect(next.map { abs($0 - half) < 0.05 } == true)
    #expect(try laboratory.nextPicture(at: Self.long + .milliseconds(1000))?.zoom == nil)
  }

  @Test("The wheel over the map looks closer and wider, elsewhere it steps")
  func wheel() throws {
    let laboratory = try board()
    let map = try #require(laboratory.picture?.layout[.map]?.center)
    let step = laboratory.state.run?.step
    for _ in 0..<3 {
      laboratory.handle(.wheel(x: map.x, y: map.y, delta: 1, []))
      try settle(laboratory)
    }
    #expect(laboratory.state.run?.zooming.level == 0.75)
    #expect(laboratory.state.run?.step == step)
    for _ in 0..<5 { laboratory.handle(.wheel(x: map.x, y: map.y, delta: -1, [])) }
    #expect(laboratory.scene().zoom == nil)
    laboratory.handle(.wheel(x: map.x, y: 5, delta: -1, []))
    #expect(laboratory.state.run?.step == step.map { $0 + 1 })
  }

  @Test("A map that is looked at closely is dragged; a press without a drag points at a page")
  func drags() throws {
    let laboratory = try board()
    for _ in 0..<2 { press(.character("z"), on: laboratory) }
    try settle(laboratory)
    let map = try #require(laboratory.picture?.layout[.map]?.center)
    let before = laboratory.scene().zoom
    laboratory.handle(.pointerDown(x: map.x, y: map.y, button: .left, clicks: 1))
    laboratory.handle(.pointerMoved(x: map.x - 300, y: map.y - 80, dragging: true))
    #expect(laboratory.scene().zoom != before && laboratory.scene().zoom?.level == 2)
    laboratory.handle(.pointerUp(x: map.x - 300, y: map.y - 80, button: .left))
    #expect(laboratory.state.run?.inspecting.pfn == nil)
    _ = try laboratory.nextPicture(at: Self.long)
    let dragged = laboratory.picture?.zoom
    let target = laboratory.picture?.hits.target(at: map)
    laboratory.handle(.pointerDown(x: map.x, y: map.y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: map.x, y: map.y, button: .left))
    let inspected = try #require(laboratory.state.run?.inspecting.pfn)
    #expect(target == .page(inspected))
    try settle(laboratory)
    #expect(laboratory.picture?.zoom?.center.pfn == dragged?.center.pfn, "the view stays")
  }

  @Test("The view follows the inspector that keys move")
  func follows() throws {
    let laboratory = try board()
    press(.character("z"), on: laboratory)
    press(.tab, on: laboratory)
    try settle(laboratory)
    for _ in 0..<3 {
      press(.right, on: laboratory)
      try settle(laboratory)
      #expect(laboratory.scene().zoom?.center.pfn == laboratory.state.run?.inspecting.pfn)
    }
  }

  @Test("A small memory is looked at closely as well, also while presenting")
  func lesson() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    try settle(laboratory)
    press(.function(5), on: laboratory)
    press(.character("z"), on: laboratory)
    try settle(laboratory)
    #expect(laboratory.picture?.zoom?.level == 1)
  }
}
