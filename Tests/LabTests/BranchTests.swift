import Runs
import Simulation
import Stage
import Testing

@testable import Lab

@Suite("Branches")
struct BranchTests {
  /// A run that branched at a step: a page was made the kernel's.
  private func branched(at step: Int = 40) throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.stepping(.pickedStep(step)))
    let memory = try #require(laboratory.memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    laboratory.press(.character("e"))
    laboratory.send(.inspecting(.inspected(pfn, wholePageblock: false)))
    laboratory.press(.character("k"), .enter)
    laboratory.waitForBranches()
    return (laboratory, pfn)
  }

  @Test("The branch is the same run up to the edit, stands behind it, and goes its own way")
  func goesOn() throws {
    let (laboratory, pfn) = try branched()
    #expect(laboratory.state.branches.count == 2)
    #expect(laboratory.state.branch == 1)
    #expect(laboratory.state.run?.step == 41)
    #expect(laboratory.session?.playhead?.lastStep?.rule == .editMade)
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
    let scene = laboratory.scene()
    #expect(scene.title.branch?.name.contains("B") == true)
    #expect(scene.timeline?.forks == [40])
    #expect(laboratory.map?.marked == [pfn..<pfn + 1])
    laboratory.send(.stepping(.pickedStep(39)))
    let before = laboratory.memory?.digest
    laboratory.send(.branching(.changedBranch(by: 1)))
    #expect(laboratory.state.run?.step == 39)
    #expect(laboratory.memory?.digest == before)
    laboratory.send(.stepping(.wentToEnd))
    let old = laboratory.memory?.frame(at: pfn).kind
    laboratory.press(.character("b"))
    laboratory.send(.stepping(.wentToEnd))
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
    #expect(old != .kernel)
  }

  @Test("Changing between branches keeps the moment: the steps of the edit are not counted")
  func sameMoment() throws {
    let (laboratory, _) = try branched()
    laboratory.send(.stepping(.pickedStep(60)))
    laboratory.press(.character("b"))
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 59)
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.step == 60)
  }

  @Test("In a branch a lesson says only what is still true: its stops behind the edit are gone")
  func stops() throws {
    let (laboratory, _) = try branched()
    #expect(laboratory.state.run?.learning.stops.allSatisfy { $0 <= 40 } == true)
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.learning.stops.contains { $0 > 40 } == true)
  }

  @Test("Undo in a branch goes back to where it left, with the edit taken back and to be made again")
  func undo() throws {
    let (laboratory, pfn) = try branched()
    laboratory.send(.stepping(.wentToEnd))
    laboratory.press(.character("z"), with: .control)
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.state.run?.editing.isOn == true)
    #expect(laboratory.state.run?.editing.draft.isEmpty == true)
    laboratory.press(.character("y"), with: .control)
    #expect(laboratory.map?.marked == [pfn..<pfn + 1])
    #expect(laboratory.state.branches.count == 2, "the branch stays")
  }

  /// A run that branched because another kernel, and perhaps somebody else, was to go on with it.
  private func restarted(at step: Int, _ keys: Key...) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(step)))
    laboratory.press(.character("e"))
    laboratory.send(.inspecting(.ringed(.edit)))
    for key in keys + [.enter] { laboratory.press(key) }
    laboratory.waitForBranches()
    return laboratory
  }

  @Test("Before the first step other settings are another run")
  func settingsAtTheStart() throws {
    let laboratory = try restarted(at: 0, .left)
    #expect(laboratory.state.run?.step == 1)
    #expect(laboratory.scene().title.facts[0].contains("6.1"))
    #expect(laboratory.scene().explanation?.text == "", "nothing was under way")
    let library = laboratory.content.folder
    let other = try Fixtures.laboratory()
    other.open(try library.recipe(for: .source("two-scanners"), version: .v6_1))
    other.waitForRecording()
    #expect((other.state.run?.steps ?? 0) + 1 == laboratory.state.run?.steps)
    laboratory.send(.stepping(.pickedStep(0)))
    #expect(laboratory.scene().title.facts[0].contains("6.12"), "nothing was changed yet")
  }

  @Test("In a run, settings hold from the step on: what was asked is given up, and asked otherwise")
  func settingsInTheMiddle() throws {
    let laboratory = try restarted(at: 40, .left, .down, .right)
    #expect(laboratory.state.run?.step == 41)
    #expect(laboratory.scene().explanation?.heading.contains("Something else") == true)
    #expect(laboratory.scene().explanation?.text.contains("given up") == true)
    #expect(laboratory.scene().title.facts[0].hasSuffix("Linux 6.12"), "it has to be got into order first")
    #expect(laboratory.scene().timeline?.forks == [40])
    laboratory.send(.stepping(.pickedStep(40)))
    #expect(laboratory.scene().title.facts[0].contains("6.12"))
    let before = laboratory.memory?.digest
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.memory?.digest == before, "the past is the same")
    laboratory.press(.character("b"))
    let playhead = try #require(laboratory.session?.playhead)
    let stop = try #require(playhead.find(.rule(.abortedBySignal), forward: true))
    laboratory.send(.stepping(.pickedStep(stop)))
    #expect(laboratory.scene().explanation?.heading.contains("given up") == true)
    let begin = try #require(playhead.find(.rule(.runBegins), forward: true))
    laboratory.send(.stepping(.pickedStep(begin)))
    #expect(laboratory.scene().title.facts[0].hasSuffix("Linux 6.1"))
    #expect(laboratory.memory?[.order] == 4)
    #expect(laboratory.memory?[.sources] == 0)
  }

  @Test("Watermarks alone are changed on the way: nobody asks anew")
  func watermarks() throws {
    let laboratory = try restarted(at: 40, .down, .down, .down, .right)
    let playhead = try #require(laboratory.session?.playhead)
    #expect(laboratory.scene().verdict?.min == 5)
    #expect(laboratory.scene().explanation?.heading.contains("watermarks") == true)
    #expect(playhead.find(.rule(.abortedBySignal), forward: true) == nil)
    laboratory.send(.stepping(.pickedStep(40)))
    #expect(laboratory.scene().verdict?.min == 4)
  }

  @Test("A setting changed back to what holds is no change, and makes no branch")
  func nothingChanged() throws {
    let laboratory = try restarted(at: 40, .right, .left)
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.run?.editing.isOn == true)
  }

  @Test("Undo takes back what was set before the branch, at the step where it was set")
  func undoneSettings() throws {
    let laboratory = try restarted(at: 40, .left)
    laboratory.send(.stepping(.wentToEnd))
    laboratory.press(.character("z"), with: .control)
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.state.run?.editing.draft.settings == nil)
    laboratory.press(.character("y"), with: .control)
    #expect(laboratory.state.run?.editing.draft.settings?.version == .v6_1)
  }

  @Test("A branch of a branch keeps the edits before it, and the steps of both are counted")
  func nested() throws {
    let (laboratory, pfn) = try branched()
    laboratory.send(.stepping(.pickedStep(80)))
    laboratory.press(.character("e"))
    let memory = try #require(laboratory.memory)
    let other = try #require(
      (pfn + 1..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    laboratory.send(.editing(.chosePaint(.kernel)))
    laboratory.send(.editing(.paintedAt(other, wholePageblock: false)))
    laboratory.press(.enter)
    laboratory.waitForBranches()
    #expect(laboratory.state.branch == 2)
    #expect(laboratory.state.run?.step == 81)
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
    #expect(laboratory.memory?.frame(at: other).kind == .kernel)
    #expect(laboratory.state.run?.editSteps.plain(81) == 79)
    #expect(laboratory.state.run?.fork?.sameUntil == 40)
  }

  @Test("Where they left off in a branch comes back where it left the run")
  func leftOff() throws {
    let (laboratory, _) = try branched()
    laboratory.press(.character("m"))
    laboratory.send(.stepping(.wentToEnd))
    let left = laboratory.state.lastSession.places.first
    #expect(left?.target == .lesson("two-scanners-converge") && left?.step == 40)
    laboratory.press(.character("b"))
    #expect(laboratory.state.lastSession.places.first?.step ?? 0 > 40)
  }

  @Test("Without a branch, B says how to make one; there is an end to their number")
  func limits() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.press(.character("b"))
    #expect(laboratory.state.message?.isEmpty == false)
    for _ in 0..<12 {
      laboratory.press(.character("e"))
      laboratory.send(.inspecting(.ringed(.map)))
      laboratory.press(.character("t"), .enter)
    }
    #expect(laboratory.state.branches.count == 9)
    #expect(laboratory.scene().explanation?.heading.contains("9") == true)
    laboratory.press(.escape)
    laboratory.press(.delete)
    #expect(laboratory.state.branches.count == 8, "one is let go of")
    laboratory.press(.escape)
    #expect(laboratory.sessions.isEmpty)
  }

  @Test("A branch that is let go of leaves its edits where it left; one that others came from stays")
  func dropped() throws {
    let (laboratory, pfn) = try branched()
    laboratory.send(.stepping(.pickedStep(60)))
    laboratory.press(.character("e"), .character("t"), .enter)
    laboratory.waitForBranches()
    laboratory.press(.character("b"), .character("b"))
    #expect(laboratory.state.branch == 1)
    laboratory.press(.delete)
    #expect(laboratory.state.message?.contains("came from") == true)
    #expect(laboratory.state.branches.count == 3)
    laboratory.press(.character("b"), .delete)
    #expect(laboratory.state.branches.count == 2)
    #expect(laboratory.sessions.count == 2)
    #expect(laboratory.state.branch == 1)
    laboratory.press(.delete)
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.run?.editing.draft.pageEdits.compactMap(\.page) == [pfn])
    laboratory.press(.delete)
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.message?.isEmpty == false)
  }

  @Test("A moment has one step in each branch, whichever way it is counted")
  func moments() {
    let edits = [EditSteps(after: 10, count: 2), EditSteps(after: 20, count: 3)]
    #expect([0, 10, 11, 12, 13, 20, 23, 24].map(edits.plain) == [0, 10, 10, 10, 11, 18, 18, 19])
    #expect([0, 9, 10, 11, 17, 18, 19].map(edits.edited) == [0, 9, 12, 13, 19, 23, 24])
    for plain in 0..<40 { #expect(edits.plain(edits.edited(plain)) == plain) }
  }
}
