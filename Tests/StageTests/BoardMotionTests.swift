import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("Motion on a board")
struct BoardMotionTests {
  private static let first = board(at: 100, moved: 40)
  private static let move = StepChange.Move(source: 0x20_010, target: 0x9a_208)

  /// The sample board at a step of a run that has moved so many pages.
  private static func board(at step: Int, moved: Int, move: StepChange.Move? = nil) -> Scene {
    var scene = Samples.board()
    guard case .board(var map) = scene.map else { return scene }
    map.moved = moved
    map.move = move
    scene.map = .board(map)
    scene.title.step = step
    return scene
  }

  /// The boxes in the migrate scanner's hue that are longer than high, if anything says `label`.
  private func boxes(_ label: String, _ scene: Scene, from earlier: Scene, _ progress: Float) throws -> [Rect]
  {
    let picture = try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: 1280, height: 720,
      motion: Motion(from: earlier, progress: progress))
    let hue = try ThemeFiles.theme("dark").migrateScanner
    let says = picture.list.items.contains {
      if case .text(let run) = $0 { run.text == label } else { false }
    }
    return says
      ? picture.list.items.compactMap {
        if case .stroke(let rect, _, _, hue, .solid) = $0, rect.width > rect.height * 1.5 {
          rect
        } else {
          nil
        }
      } : []
  }

  @Test("The page that a step moved travels from its pageblock to that of its target")
  func single() throws {
    let second = Self.board(at: 101, moved: 41, move: Self.move)
    guard case .board(let from) = Self.first.map, case .board(let to) = second.map else { return }
    let group = try #require(BoardMotion.group(between: from, to, steps: 1))
    #expect((group.count, group.source, group.target) == (1, Self.move.source, Self.move.target))
    let ways = try [0.1, 0.5, 0.9].map {
      try boxes("1 page", second, from: Self.first, Float($0)).first?.midY
    }
    let heights = ways.compactMap(\.self)
    #expect(heights.count == 3 && heights == heights.sorted() && heights[0] < heights[2])
    #expect(Motion.duration(from: Self.first, to: second) == .milliseconds(600))
  }

  @Test("Many pages travel as one group, between about where the scanners were")
  func many() throws {
    let second = Self.board(at: 300, moved: 72, move: Self.move)
    guard case .board(let from) = Self.first.map, case .board(let to) = second.map else { return }
    let group = try #require(BoardMotion.group(between: from, to, steps: 200))
    #expect(group.count == 32)
    #expect(group.source == from.position(of: .migrate)?.pageblock)
    #expect(group.target == to.position(of: .free)?.pageblock)
    #expect(try boxes("32 pages", second, from: Self.first, 0.5).count == 1)
    #expect(try boxes("32 pages", second, from: Self.first, 1).isEmpty, "it has arrived")
  }

  @Test("On the way back they travel the other way round, and nothing travels where none has moved")
  func back() throws {
    let second = Self.board(at: 300, moved: 72)
    let forth = try #require(boxes("32 pages", second, from: Self.first, 0.25).first)
    let back = try #require(boxes("32 pages", Self.first, from: second, 0.75).first)
    #expect(forth == back)
    #expect(Motion.duration(from: Self.first, to: Self.board(at: 300, moved: 40)) == nil)
  }

  @Test("Without motion an arrow says where a page went")
  func arrow() throws {
    guard case .board(var map) = Self.first.map else { return }
    map.change = StepChange(move: Self.move)
    var scene = Self.first
    scene.map = .board(map)
    let ring = try ThemeFiles.theme("dark").ring
    let heads = try [Self.first, scene].map { scene in
      try Samples.stage().picture(
        of: scene, theme: ThemeFiles.theme("dark"), width: 1280, height: 720
      ).list.items.count { if case .polygon(_, ring) = $0 { true } else { false } }
    }
    #expect(heads == [0, 1])
  }
}
