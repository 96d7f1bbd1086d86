import Canvas
import RandomHand
import Runs
import Simulation
import Stage
import Testing

@testable import Lab

/// The full size of this is measured by the benchmarks, with the time that each frame takes.
@Suite("Whatever is pressed, clicked and resized")
struct RandomWalkTests {
  @Test(
    "Nothing breaks on a teaching zone, wherever keys go to",
    arguments: [RunTarget.lesson("two-scanners-converge"), .source("two-scanners-percpu")])
  func teaching(target: RunTarget) throws {
    let walk = try walk(target)
    var pictures = 0
    try walk.go(1800) { frame in
      guard let picture = try frame() else { return }
      pictures += 1
      if pictures % 20 == 0 { try check(walk, picture) }
    }
    #expect(pictures > 600)
    #expect(walk.visits.count >= 12, "\(walk.visits)")
  }

  @Test("Nothing breaks on a board")
  func board() throws {
    let walk = try walk(.source("rock-5b-plus-4g"))
    try walk.go(300) { frame in try frame().map(checkList) }
    #expect(walk.visits.count > 5, "\(walk.visits)")
  }

  private func walk(_ target: RunTarget) throws -> RandomWalk {
    let laboratory = try Fixtures.laboratory()
    return RandomWalk(laboratory, try laboratory.content.folder.recipe(for: target), seed: 1)
  }

  private func check(_ walk: RandomWalk, _ picture: Stage.Picture) throws {
    try checkList(picture)
    guard let run = walk.laboratory.state.run, let playhead = walk.laboratory.session?.playhead else {
      return
    }
    #expect(playhead.step == run.step - (run.showsBefore ? 1 : 0), "\(walk.last)")
    try playhead.memory.checkInvariants()
  }

  /// Everything has a place that can be drawn.
  private func checkList(_ picture: Stage.Picture) throws {
    for item in picture.list.items {
      let bounds = item.bounds
      try #require(
        bounds.minX.isFinite && bounds.minY.isFinite && bounds.maxX.isFinite && bounds.maxY.isFinite)
      try #require(bounds.width >= 0 && bounds.height >= 0, "\(item)")
    }
  }
}
