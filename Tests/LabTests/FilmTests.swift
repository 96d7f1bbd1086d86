import Runs
import Stage
import Testing

@testable import Lab
@testable import Simulation

@Suite("Pictures and the film")
struct FilmTests {
  /// What a run can be looked at through.
  enum Mode: CaseIterable {
    case plain, before, reducedMotion, editing, beside, zoomed, presenting, inspecting, listed
  }

  private func enter(_ mode: Mode, _ laboratory: Laboratory) {
    switch mode {
    case .plain: break
    case .before: laboratory.press(.character("c"))
    case .reducedMotion: laboratory.send(.viewing(.choseReducedMotion(true)))
    case .editing: laboratory.press(.character("e"), .character("k"))
    case .beside: laboratory.press(.character("b"), with: .shift)
    case .zoomed: laboratory.press(.character("z"), .character("z"))
    case .presenting: laboratory.press(.function(5))
    case .inspecting: laboratory.press(.tab, .enter, .down)
    case .listed: laboratory.press(.character("d"))
    }
  }

  /// Moves that the films of all branches have made.
  private func moves(_ laboratory: Laboratory) -> Int {
    laboratory.sessions.reduce(0) { $0 + ($1.playhead?.moves ?? 0) }
  }

  private func expectStill(_ mode: Mode, _ laboratory: Laboratory) throws {
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    enter(mode, laboratory)
    for _ in 0..<4 {
      laboratory.send(.stepping(mode == .editing || mode == .listed ? .tookNormalSpeed : .stepped(.page)))
      let before = moves(laboratory)
      let step = laboratory.session?.playhead?.step
      for number in 0..<12 {
        // Each picture is another one.
        laboratory.send(.viewing(.resized(width: 1920, height: 1080 - number)))
        #expect(try laboratory.nextPicture(at: .milliseconds(number * 16)) != nil)
        _ = laboratory.scene()
      }
      #expect(moves(laboratory) == before, "the film stands still while pictures are made")
      #expect(laboratory.session?.playhead?.step == step)
    }
    let run = try #require(laboratory.state.run)
    let playhead = try #require(laboratory.session?.playhead)
    #expect(playhead.step == run.step - (mode == .before ? 1 : 0))
  }

  @Test("No picture of a small memory moves the film, however it is looked at", arguments: Mode.allCases)
  func teaching(mode: Mode) throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    _ = try laboratory.branchOffWithKernelPage()
    try expectStill(mode, laboratory)
  }

  @Test("No picture of a board moves the film, however it is looked at", arguments: Mode.allCases)
  func board(mode: Mode) throws {
    let laboratory = try Laboratory.onBoard()
    laboratory.press(.character("e"), .character("k"), .enter)
    laboratory.waitForBeginning()
    try expectStill(mode, laboratory)
  }

  @Test("Before a step the memory stands before it, and what is said stays what is said of the step")
  func beforeStep() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(36)))
    let digest = laboratory.memory?.digest
    laboratory.send(.stepping(.stepped(.page)))
    let after = laboratory.scene()
    laboratory.press(.character("c"))
    #expect(laboratory.memory?.digest == digest)
    let before = laboratory.scene()
    #expect(before.explanation == after.explanation && before.counters == after.counters)
    #expect(before.control == after.control && before.verdict == after.verdict)
    laboratory.send(.stepping(.stepped(.page)))
    laboratory.send(.stepping(.steppedBack(.page)))
    #expect(laboratory.scene() == before)
    #expect(laboratory.memory?.digest == digest)
    laboratory.press(.character("c"))
    #expect(laboratory.scene() == after)
  }
}
