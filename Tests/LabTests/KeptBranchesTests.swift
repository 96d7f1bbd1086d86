import Runs
import Simulation
import Testing

@testable import Lab

@Suite("What is made of a run that is left")
struct KeptBranchesTests {
  /// A lesson with a branch from step 40, on screen at step 60, in which something is drafted.
  private func made() throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    let pfn = try laboratory.branchOffWithKernelPage()
    laboratory.send(.stepping(.pickedStep(60)))
    laboratory.press(.character("e"), .character("t"), .escape)
    return (laboratory, pfn)
  }

  private func leave(_ laboratory: Laboratory) {
    laboratory.press(.escape)
    #expect(laboratory.state.run == nil)
    #expect(laboratory.sessions.isEmpty, "memory and recordings are let go of")
  }

  private func open(_ section: MenuEntry.Section, number: Int? = nil, _ laboratory: Laboratory) throws {
    let index = laboratory.state.menu.firstIndex {
      $0.section == section && (number == nil || $0.number == number)
    }
    laboratory.send(.opening(.openedEntry(try #require(index))))
    laboratory.waitForBranches()
  }

  @Test("Gone on with, the run is as it was left: branches, edits, step and memory")
  func goneOn() throws {
    let (laboratory, _) = try made()
    let (state, digest) = (try #require(laboratory.state.run), laboratory.memory?.digest)
    let steps = laboratory.state.branches.map(\.steps)
    leave(laboratory)
    try open(.card, laboratory)
    #expect(laboratory.state.message?.contains("still here") == true)
    #expect(laboratory.state.branches.map(\.steps) == steps)
    #expect(laboratory.state.branch == 1)
    #expect(laboratory.state.run?.step == 60)
    #expect(laboratory.memory?.digest == digest)
    #expect(laboratory.state.run?.editing.draft == state.editing.draft)
    #expect(laboratory.state.run?.fork == state.fork)
    #expect(laboratory.state.run?.learning.stops == state.learning.stops)
  }

  @Test("Opened from its beginning, the run stands there, and its branches are still beside it")
  func openedAgain() throws {
    let (laboratory, pfn) = try made()
    leave(laboratory)
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.waitForBranches()
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 0)
    laboratory.press(.character("b"))
    laboratory.send(.stepping(.wentToEnd))
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
  }

  @Test("Another run has none of it, and the first one has it still")
  func another() throws {
    let (laboratory, _) = try made()
    leave(laboratory)
    laboratory.open(try laboratory.content.folder.recipe(for: .source("two-scanners")))
    laboratory.waitForRecording()
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.run?.editing.draft == Draft())
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.waitForBranches()
    #expect(laboratory.state.branches.count == 2)
  }

  @Test("Where nothing was made nothing is kept, and nothing is said")
  func nothingMade() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.stepping(.pickedStep(40)))
    leave(laboratory)
    try open(.card, laboratory)
    #expect(laboratory.state.message == nil)
    #expect(laboratory.state.run?.step == 40)
  }
}
