import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("Motion between two positions")
struct MotionTests {
  /// The sample lesson, and the moment after its first page has arrived.
  private static let before = Samples.lesson()
  private static let after = arrived(before)

  static func arrived(_ scene: Scene) -> Scene {
    var scene = scene
    guard case .pages(var map) = scene.map else { return scene }
    let mover = map.movers.removeFirst()
    for index in map.runs.indices {
      if map.runs[index].start == mover.source { map.runs[index].look = .free(0) }
      if map.runs[index].start == mover.target { map.runs[index].look = mover.look }
    }
    map.free = map.free.map { $0 + 4 }
    scene.map = .pages(map)
    scene.title.step = 426
    return scene
  }

  private func list(_ scene: Scene, _ motion: Motion?) throws -> DrawList {
    try Stage(words: Samples.words(), glyphs: FakeGlyphs()).picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: 1280, height: 720, motion: motion
    ).list
  }

  @Test("At its end a motion is the picture that stands still, forwards and backwards")
  func ends() throws {
    #expect(
      try list(Self.after, Motion(from: Self.before, progress: 1)) == list(Self.after, nil))
    #expect(
      try list(Self.before, Motion(from: Self.after, progress: 1)) == list(Self.before, nil))
  }

  @Test("A page travels sideways and along the lane, and its target stays hollow until it arrives")
  func travels() throws {
    let half = try list(Self.after, Motion(from: Self.before, progress: 0.5))
    let still = try list(Self.after, nil)
    #expect(half != still)
    #expect(half.items.count > still.items.count)
  }

  @Test("Back is the way forth, run the other way round")
  func back() throws {
    guard case .pages(let early) = Self.before.map, case .pages(let late) = Self.after.map else { return }
    let forth = PageMotion(from: early, to: late, isBack: false, progress: 0.3, isReduced: false)
    let back = PageMotion(from: late, to: early, isBack: true, progress: 0.7, isReduced: false)
    #expect(forth.travellers.map(\.mover) == back.travellers.map(\.mover))
    #expect(abs(forth.travelled - back.travelled) < 1e-5)
    #expect(forth.travellers.map(\.mover.number) == [1])
  }

  @Test("With reduced motion nothing is between two places; an arrow may say where a page went")
  func reduced() throws {
    let early = try list(Self.after, Motion(from: Self.before, progress: 0.1, isReduced: true))
    let late = try list(Self.after, Motion(from: Self.before, progress: 0.9, isReduced: true))
    #expect(early == late)
  }

  @Test("A motion lasts between 0.3 and 1.5 seconds, and none where nothing moves")
  func durations() {
    let page = Motion.duration(from: Self.before, to: Self.after)
    #expect(page.map { (0.3...1.5).contains($0) } == true)
    #expect(Motion.duration(from: Self.after, to: Self.before) == page)
    #expect(Motion.duration(from: Self.before, to: Self.before) == nil)
    #expect(Motion.duration(from: Self.before, to: Samples.menu()) == nil)
  }

  @Test("Never do more than seven things ride the lane at once")
  func groups() throws {
    guard case .pages(var map) = Self.before.map else { return }
    map.movers = (0..<32).map {
      PageMap.Mover(
        number: $0 + 1, look: .anonymous, source: Samples.firstPfn + $0, target: Samples.firstPfn + 400 + $0)
    }
    let setter = Typesetter(
      type: TypeScale(width: 1280, height: 720, textScale: 1, glyphs: FakeGlyphs()),
      words: try Samples.words(),
      glyphs: FakeGlyphs())
    let geometry = PageGeometry(
      map: map, in: Rect(x: 0, y: 0, width: 900, height: 450), margins: (90, 90), em: (13, 13), cap: 9.5,
      unit: 0.667)
    let lane = Lane(map, geometry, Painter(theme: try ThemeFiles.theme("dark"), setter: setter, unit: 0.667))
    #expect(lane.riders.count <= LaneView.most)
    #expect(lane.riders.reduce(0) { $0 + $1.sources.count } == 32)
    #expect(lane.car(of: Samples.firstPfn + 31) != nil)
  }
}
