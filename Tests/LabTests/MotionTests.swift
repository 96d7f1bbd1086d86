import Runs
import Stage
import Testing

@testable import Lab

@Suite("What moves in a run")
struct MotionTests {
  private static let long = Duration.seconds(10)

  @Test("With reduced motion every step is there at once, with an arrow that stays until the next step")
  func reduced() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.viewing(.choseReducedMotion(true)))
    _ = try laboratory.nextPicture()
    var moves = 0
    for number in 1...60 {
      laboratory.send(.stepping(.stepped(.page)))
      let now = Self.long * number
      #expect(try laboratory.nextPicture(at: now) != nil)
      #expect(try laboratory.nextPicture(at: now + .milliseconds(20)) == nil, "nothing is drawn again")
      guard case .pages(let map) = laboratory.scene().map else { continue }
      let step = laboratory.session?.playhead?.lastStep
      #expect((map.change?.move != nil) == (step?.rule == .movesPage))
      if let move = map.change?.move {
        #expect(step?.facts == .move(source: move.source, target: move.target))
        moves += 1
      }
    }
    #expect(moves > 0)
  }

  @Test("Where things move no arrow is drawn")
  func moving() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(37)))
    guard case .pages(let map) = laboratory.scene().map else { return }
    #expect(map.change == nil)
  }

  @Test("A merge is seen on its way, forward and back, in between 0.3 and 1.5 seconds")
  func merges() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(37)))
    var now = Self.long
    _ = try laboratory.nextPicture(at: now)
    for action in [Action.stepping(.stepped(.page)), .stepping(.steppedBack(.page))] {
      laboratory.send(action)
      var frames = 0
      while try laboratory.nextPicture(at: now) != nil {
        now += .milliseconds(50)
        frames += 1
      }
      #expect((6...30).contains(frames), "\(frames)")
      now += Self.long
    }
    #expect(laboratory.state.run?.step == 37)
  }
}
