import Canvas
import Runs
import Simulation
import Stage
import Testing

@testable import Lab

extension Laboratory {
  /// Presses keys one after the other.
  fileprivate func press(_ keys: Key..., with modifiers: Modifiers = []) {
    for key in keys { handle(.key(key, modifiers, isRepeat: false)) }
  }

  fileprivate var memory: Memory? { session?.playhead?.memory }
  /// The page map on screen.
  fileprivate var map: PageMap? {
    if case .pages(let map) = scene().map { map } else { nil }
  }

  /// On a board, at the beginning of its run; the rest of it is not waited for.
  fileprivate static func onBoard() throws -> Laboratory {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.library.recipe(for: .source("rock-5b-plus-4g")))
    laboratory.waitForBeginning()
    return laboratory
  }

  /// Waits until the run, or the branch, stands where it begins.
  fileprivate func waitForBeginning() {
    while state.run?.steps == 0 || state.run?.goal != nil {
      session?.waitForDelivery(atMost: .milliseconds(5))
      receive()
    }
  }

  /// Makes a page that could move the kernel's behind step 40, and waits for the branch.
  /// - Returns: the page.
  fileprivate func branchOffWithKernelPage() throws -> Pfn {
    send(.pickedStep(40))
    let memory = try #require(memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    press(.character("e"))
    send(.drafted(.chosePaint(.kernel)))
    send(.drafted(.paintedAt(pfn, wholePageblock: false)))
    press(.enter)
    waitForBranches()
    return pfn
  }

  /// Waits until all branches are recorded to their ends.
  fileprivate func waitForBranches() {
    while state.branches.contains(where: { !$0.isComplete }) {
      for session in sessions { session.waitForDelivery(atMost: .milliseconds(5)) }
      receive()
    }
  }
}

@Suite("Editing")
struct EditingTests {
  @Test("Steps asked for before a branch is recorded to where it left are made from there")
  func steppingMeanwhile() throws {
    var run = RunState(target: .source("two-scanners"))
    run.goal = 5
    #expect(run.reduce(.stepped(.page)).isEmpty && run.reduce(.steppedBack(.phase)).isEmpty)
    #expect(run.reduce(.recorded(steps: 4, isComplete: false)).isEmpty)
    #expect(
      run.reduce(.recorded(steps: 9, isComplete: false))
        == [.move(.seek(5)), .move(.forward(.page)), .move(.back(.phase))])
    run.goal = 20
    _ = run.reduce(.stepped(.page))
    #expect(run.reduce(.pickedStep(3)) == [.move(.seek(3))], "a jump needs no place to start from")
    #expect(run.reduce(.recorded(steps: 30, isComplete: true)).isEmpty)
  }

  /// A page in use by a process, far from the scanners, before the run.
  private func editing(_ step: Int = 0) throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.pickedStep(step))
    let memory = try #require(laboratory.memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first {
        Paint.anonymous.isOn($0, in: memory)
      })
    laboratory.press(.character("e"))
    laboratory.send(.asked(.inspected(pfn, wholePageblock: false)))
    return (laboratory, pfn)
  }

  private func look(at pfn: Pfn, _ laboratory: Laboratory) -> PageLook? {
    laboratory.map?.runs.first { $0.start <= pfn && pfn < $0.start + $0.count }?.look
  }

  @Test("Each paint puts on the page under the cursor what it names, and the run’s own memory stays")
  func paints() throws {
    let (laboratory, pfn) = try editing()
    let paints: [(Character, PageLook)] = [
      ("k", .kernel), ("f", .file), ("p", .pinned), ("a", .anonymous),
    ]
    for (key, expected) in paints {
      laboratory.press(.character(key))
      #expect(look(at: pfn, laboratory) == expected)
    }
    laboratory.press(.character("0"))
    guard case .free = look(at: pfn, laboratory) else {
      Issue.record("a freed page is free")
      return
    }
    #expect(laboratory.map?.marked == [pfn..<pfn + 1])
    #expect(laboratory.memory.map { Paint.anonymous.isOn(pfn, in: $0) } == true)
    #expect(laboratory.scene().edit?.count.contains("4") == false)
  }

  @Test("Every edit is taken back and made again, and a new one ends what could be made again")
  func undo() throws {
    let (laboratory, pfn) = try editing()
    let before = laboratory.map
    laboratory.press(.character("k"), .character("t"), .character("f"))
    let after = laboratory.map
    for _ in 0..<3 { laboratory.press(.character("z"), with: .control) }
    #expect(laboratory.map == before)
    laboratory.press(.character("z"), with: [.control, .shift])
    laboratory.press(.character("y"), .character("y"), with: .control)
    #expect(laboratory.map == after)
    laboratory.press(.character("z"), with: .control)
    laboratory.press(.character("p"))
    laboratory.press(.character("y"), with: .control)
    #expect(look(at: pfn, laboratory) == .pinned)
  }

  @Test("Shift and an arrow paint where the cursor comes to; the mouse paints what it is dragged over")
  func strokes() throws {
    let (laboratory, pfn) = try editing()
    laboratory.press(.character("k"))
    let picture = try #require(try laboratory.nextPicture())
    laboratory.press(.right, with: .shift)
    let next = try #require(laboratory.state.run?.inspected)
    #expect(next != pfn)
    #expect(look(at: next, laboratory) == .kernel)
    var places: [Point] = []
    var pages: [Pfn] = []
    let rect = try #require(picture.layout[.map])
    for x in stride(from: rect.minX, to: rect.maxX, by: 4) where places.count < 2 {
      let point = Point(x, rect.maxY - 30)
      if case .page(let page) = picture.hits.target(at: point), !pages.contains(page),
        look(at: page, laboratory) == .anonymous
      {
        places.append(point)
        pages.append(page)
      }
    }
    try #require(places.count == 2)
    let changes = try #require(laboratory.state.run?.draft.changes.count)
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerMoved(x: places[1].x, y: places[1].y, dragging: true))
    laboratory.handle(.pointerUp(x: places[1].x, y: places[1].y, button: .left))
    #expect(laboratory.state.run?.draft.changes.count == changes + 1)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .kernel })
    #expect(laboratory.scene().explanation?.heading.contains("2 pages") == true)
    laboratory.press(.character("z"), with: .control)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .anonymous }, "a stroke is taken back at once")
    laboratory.press(.character("y"), with: .control)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .kernel })
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: places[0].x, y: places[0].y, button: .left))
    laboratory.send(.drafted(.chosePaint(.file)))
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: places[0].x, y: places[0].y, button: .left))
    #expect(laboratory.state.run?.draft.changes.count == changes + 2, "the next stroke is another one")
  }

  @Test("What can't be painted says why, and stays as it is")
  func refusals() throws {
    let (laboratory, _) = try editing(40)
    let memory = try #require(laboratory.memory)
    let reserved = try #require(
      (memory.zones[0].start..<memory.zones[0].end).first { memory.frame(at: $0).kind == .reserved })
    let isolated = try #require(
      (memory.zones[0].start..<memory.zones[0].end).first { memory.frame(at: $0).place == .isolatedSource })
    for (pfn, reason) in [(reserved, "reserved"), (isolated, "migrate scanner")] {
      let before = laboratory.map
      laboratory.send(.drafted(.paintedAt(pfn, wholePageblock: false)))
      #expect(laboratory.state.run?.draft.notice?.isRefusal == true)
      #expect(laboratory.scene().explanation?.heading.contains(reason) == true)
      #expect(laboratory.map?.runs == before?.runs)
    }
    #expect(laboratory.state.run?.draft.isEmpty == true)
  }

  @Test("A setting goes a step further or back, within what there is, and is undone like a page")
  func settings() throws {
    let (laboratory, _) = try editing(40)
    laboratory.send(.asked(.ringed(.edit)))
    #expect(laboratory.state.place == .settings)
    laboratory.press(.right)
    #expect(laboratory.state.run?.draft.settings?.version == .v6_18)
    #expect(laboratory.state.run?.step == 40, "settings hold from here on")
    laboratory.press(.right)
    #expect(laboratory.state.run?.draft.notice?.isRefusal == true)
    laboratory.press(.down, .down, .right)
    #expect(laboratory.scene().explanation?.heading.contains("whole zone") == true)
    laboratory.press(.up, .right, .down, .left)
    #expect(laboratory.state.run?.draft.settings?.trigger.order == 3)
    laboratory.press(.down, .right)
    #expect(laboratory.state.run?.draft.settings?.watermarks[0].min == 5)
    laboratory.press(.right)
    #expect(laboratory.state.run?.draft.notice?.isRefusal == true, "min never passes low")
    for _ in 0..<4 { laboratory.press(.character("z"), with: .control) }
    #expect(laboratory.state.run?.draft.settings == nil)
  }

  @Test("Esc puts the edits aside, E takes them up again, and without edits nothing branches")
  func aside() throws {
    let (laboratory, pfn) = try editing()
    laboratory.press(.character("k"), .escape)
    #expect(laboratory.state.run?.isEditing == false)
    #expect(laboratory.map?.marked == [])
    laboratory.press(.character("e"))
    #expect(look(at: pfn, laboratory) == .kernel)
    laboratory.press(.character("z"), with: .control)
    laboratory.press(.enter)
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.place == .run)
  }

  @Test("Edits that can't be made at a step are said there, and made again where they can")
  func impossible() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.pickedStep(40))
    let memory = try #require(laboratory.memory)
    let isolated = try #require(
      (memory.zones[0].start..<memory.zones[0].end).first { memory.frame(at: $0).place == .isolatedSource })
    laboratory.send(.pickedStep(0))
    laboratory.press(.character("e"))
    laboratory.send(.drafted(.chosePaint(.kernel)))
    laboratory.send(.drafted(.paintedAt(isolated, wholePageblock: false)))
    #expect(look(at: isolated, laboratory) == .kernel)
    laboratory.send(.pickedStep(40))
    #expect(laboratory.scene().explanation?.text.contains("can’t be made") == true)
    laboratory.send(.pickedStep(0))
    #expect(look(at: isolated, laboratory) == .kernel)
  }

  @Test("On a board a whole pageblock is painted at once, and taken back at once")
  func board() throws {
    let laboratory = try Laboratory.onBoard()
    let before = laboratory.scene().map
    laboratory.press(.character("e"))
    let pfn = try #require(laboratory.state.run?.inspected)
    #expect(laboratory.state.run?.inquiry.inspectsPageblock == true)
    laboratory.press(.character("0"))
    guard case .board(let plain) = before, case .board(let edited) = laboratory.scene().map else { return }
    let differing = plain.summaries.indices.filter { plain.summaries[$0] != edited.summaries[$0] }
    #expect(differing == [(pfn - plain.base) / 512])
    let freed = try #require(laboratory.scene().lens)
    laboratory.press(.character("k"))
    let lens = try #require(laboratory.scene().lens)
    #expect(lens.start == pfn)
    #expect(lens.freePages < freed.freePages)
    laboratory.press(.character("z"), .character("z"), with: .control)
    laboratory.press(.escape)
    #expect(laboratory.scene().map == before)
  }
}

@Suite("Branches")
struct BranchTests {
  /// A run that branched at a step: a page was made the kernel's.
  private func branched(at step: Int = 40) throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.pickedStep(step))
    let memory = try #require(laboratory.memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    laboratory.press(.character("e"))
    laboratory.send(.asked(.inspected(pfn, wholePageblock: false)))
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
    #expect(laboratory.session?.playhead?.facts?.rule == .editMade)
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
    let scene = laboratory.scene()
    #expect(scene.title.branch?.name.contains("B") == true)
    #expect(scene.timeline?.forks == [40])
    #expect(laboratory.map?.marked == [pfn..<pfn + 1])
    laboratory.send(.pickedStep(39))
    let before = laboratory.memory?.digest
    laboratory.send(.changedBranch(by: 1))
    #expect(laboratory.state.run?.step == 39)
    #expect(laboratory.memory?.digest == before)
    laboratory.send(.wentToEnd)
    let old = laboratory.memory?.frame(at: pfn).kind
    laboratory.press(.character("b"))
    laboratory.send(.wentToEnd)
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
    #expect(old != .kernel)
  }

  @Test("Changing between branches keeps the moment: the steps of the edit are not counted")
  func sameMoment() throws {
    let (laboratory, _) = try branched()
    laboratory.send(.pickedStep(60))
    laboratory.press(.character("b"))
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 59)
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.step == 60)
  }

  @Test("In a branch a lesson says only what is still true: its stops behind the edit are gone")
  func stops() throws {
    let (laboratory, _) = try branched()
    #expect(laboratory.state.run?.stops.allSatisfy { $0 <= 40 } == true)
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.stops.contains { $0 > 40 } == true)
  }

  @Test("Undo in a branch goes back to where it left, with the edit taken back and to be made again")
  func undo() throws {
    let (laboratory, pfn) = try branched()
    laboratory.send(.wentToEnd)
    laboratory.press(.character("z"), with: .control)
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.state.run?.isEditing == true)
    #expect(laboratory.state.run?.draft.isEmpty == true)
    laboratory.press(.character("y"), with: .control)
    #expect(laboratory.map?.marked == [pfn..<pfn + 1])
    #expect(laboratory.state.branches.count == 2, "the branch stays")
  }

  /// A run that branched because another kernel, and perhaps somebody else, was to go on with it.
  private func restarted(at step: Int, _ keys: Key...) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.pickedStep(step))
    laboratory.press(.character("e"))
    laboratory.send(.asked(.ringed(.edit)))
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
    let library = laboratory.content.library
    let other = try Fixtures.laboratory()
    other.open(try library.recipe(for: .source("two-scanners"), version: .v6_1))
    other.waitForRecording()
    #expect((other.state.run?.steps ?? 0) + 1 == laboratory.state.run?.steps)
    laboratory.send(.pickedStep(0))
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
    laboratory.send(.pickedStep(40))
    #expect(laboratory.scene().title.facts[0].contains("6.12"))
    let before = laboratory.memory?.digest
    laboratory.press(.character("b"))
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.memory?.digest == before, "the past is the same")
    laboratory.press(.character("b"))
    let playhead = try #require(laboratory.session?.playhead)
    let stop = try #require(playhead.find(.rule(.abortedBySignal), forward: true))
    laboratory.send(.pickedStep(stop))
    #expect(laboratory.scene().explanation?.heading.contains("given up") == true)
    let begin = try #require(playhead.find(.rule(.runBegins), forward: true))
    laboratory.send(.pickedStep(begin))
    #expect(laboratory.scene().title.facts[0].hasSuffix("Linux 6.1"))
    #expect(laboratory.memory?[.control(.order)] == 4)
    #expect(laboratory.memory?[.control(.sources)] == 0)
  }

  @Test("Watermarks alone are changed on the way: nobody asks anew")
  func watermarks() throws {
    let laboratory = try restarted(at: 40, .down, .down, .down, .right)
    let playhead = try #require(laboratory.session?.playhead)
    #expect(laboratory.scene().verdict?.min == 5)
    #expect(laboratory.scene().explanation?.heading.contains("watermarks") == true)
    #expect(playhead.find(.rule(.abortedBySignal), forward: true) == nil)
    laboratory.send(.pickedStep(40))
    #expect(laboratory.scene().verdict?.min == 4)
  }

  @Test("A setting changed back to what holds is no change, and makes no branch")
  func nothingChanged() throws {
    let laboratory = try restarted(at: 40, .right, .left)
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.run?.isEditing == true)
  }

  @Test("Undo takes back what was set before the branch, at the step where it was set")
  func undoneSettings() throws {
    let laboratory = try restarted(at: 40, .left)
    laboratory.send(.wentToEnd)
    laboratory.press(.character("z"), with: .control)
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.state.run?.draft.settings == nil)
    laboratory.press(.character("y"), with: .control)
    #expect(laboratory.state.run?.draft.settings?.version == .v6_1)
  }

  @Test("A branch of a branch keeps the edits before it, and the steps of both are counted")
  func nested() throws {
    let (laboratory, pfn) = try branched()
    laboratory.send(.pickedStep(80))
    laboratory.press(.character("e"))
    let memory = try #require(laboratory.memory)
    let other = try #require(
      (pfn + 1..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    laboratory.send(.drafted(.chosePaint(.kernel)))
    laboratory.send(.drafted(.paintedAt(other, wholePageblock: false)))
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
    laboratory.send(.wentToEnd)
    #expect(laboratory.state.leftOff.run == RunPlace(target: .lesson("4"), step: 40))
    laboratory.press(.character("b"))
    #expect(laboratory.state.leftOff.run?.step ?? 0 > 40)
  }

  @Test("Without a branch, B says how to make one; there is an end to their number")
  func limits() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.press(.character("b"))
    #expect(laboratory.state.message?.isEmpty == false)
    for _ in 0..<12 {
      laboratory.press(.character("e"))
      laboratory.send(.asked(.ringed(.map)))
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
    laboratory.send(.pickedStep(60))
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
    #expect(laboratory.state.run?.draft.pageEdits.compactMap(\.page) == [pfn])
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

@Suite("What is made of a run that is left")
struct KeptRunTests {
  /// A lesson with a branch from step 40, on screen at step 60, in which something is drafted.
  private func made() throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    let pfn = try laboratory.branchOffWithKernelPage()
    laboratory.send(.pickedStep(60))
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
    laboratory.send(.openedEntry(try #require(index)))
    laboratory.waitForBranches()
  }

  @Test("Gone on with, the run is as it was left: branches, edits, step and memory")
  func goneOn() throws {
    let (laboratory, _) = try made()
    let (state, digest) = (try #require(laboratory.state.run), laboratory.memory?.digest)
    let steps = laboratory.state.branches.map(\.steps)
    leave(laboratory)
    try open(.leftOff, laboratory)
    #expect(laboratory.state.message?.contains("still here") == true)
    #expect(laboratory.state.branches.map(\.steps) == steps)
    #expect(laboratory.state.branch == 1)
    #expect(laboratory.state.run?.step == 60)
    #expect(laboratory.memory?.digest == digest)
    #expect(laboratory.state.run?.draft == state.draft)
    #expect(laboratory.state.run?.fork == state.fork)
    #expect(laboratory.state.run?.stops == state.stops)
  }

  @Test("Opened from its beginning, the run stands there, and its branches are still beside it")
  func openedAgain() throws {
    let (laboratory, pfn) = try made()
    leave(laboratory)
    try open(.lessons, number: 4, laboratory)
    #expect(laboratory.state.branch == 0)
    #expect(laboratory.state.run?.step == 0)
    laboratory.press(.character("b"))
    laboratory.send(.wentToEnd)
    #expect(laboratory.memory?.frame(at: pfn).kind == .kernel)
  }

  @Test("Another run has none of it, and the first one has it still")
  func another() throws {
    let (laboratory, _) = try made()
    leave(laboratory)
    laboratory.open(try laboratory.content.library.recipe(for: .source("two-scanners")))
    laboratory.waitForRecording()
    #expect(laboratory.state.branches.count == 1)
    #expect(laboratory.state.run?.draft == Draft())
    laboratory.open(try laboratory.content.library.recipe(for: .lesson("4")))
    laboratory.waitForBranches()
    #expect(laboratory.state.branches.count == 2)
  }

  @Test("Where nothing was made nothing is kept, and nothing is said")
  func nothingMade() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.pickedStep(40))
    leave(laboratory)
    try open(.leftOff, laboratory)
    #expect(laboratory.state.message == nil)
    #expect(laboratory.state.run?.step == 40)
  }
}

@Suite("Branches side by side")
struct BesideTests {
  /// A branch in which a page is the kernel's, both shown.
  private func beside() throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.resized(width: 1920, height: 1080))
    let pfn = try laboratory.branchOffWithKernelPage()
    laboratory.press(.character("b"), with: .shift)
    return (laboratory, pfn)
  }

  @Test("Both are shown at the same moment, the first on the left, with what differs outlined in both")
  func sameMoment() throws {
    let (laboratory, pfn) = try beside()
    let scene = laboratory.scene()
    let both = try #require(scene.beside)
    #expect(both.isLeft)
    guard case .pages(let own) = scene.map, case .pages(let other) = both.map else {
      Issue.record("both are shown page by page")
      return
    }
    #expect(own.marked == [pfn..<pfn + 1])
    #expect(other.marked == own.marked)
    #expect(own.focus == other.focus)
    #expect(both.own.place.contains("41") && both.other.place.contains("40"))
    let picture = try #require(try laboratory.nextPicture())
    let (left, right) = (try #require(picture.layout[.beside]), try #require(picture.layout[.map]))
    #expect(left.maxX < right.minX && left.minY == right.minY && left.height == right.height)
    #expect(picture.layout[.comparison] != nil)
  }

  @Test("Steps are made in both; changing the branch changes which one the keys are for")
  func steps() throws {
    let (laboratory, _) = try beside()
    let left = try #require(laboratory.scene().beside).other.name
    for _ in 0..<30 { laboratory.press(.right) }
    let both = try #require(laboratory.scene().beside)
    #expect(both.own.place.contains("71") && both.other.place.contains("70"))
    laboratory.press(.character("b"))
    let changed = try #require(laboratory.scene().beside)
    #expect(!changed.isLeft)
    #expect(changed.own.name == left)
    #expect(changed.other == both.own)
    #expect(changed.own == both.other)
  }

  @Test("At their ends the figures of both are those that each has alone")
  func figures() throws {
    let (laboratory, _) = try beside()
    laboratory.send(.wentToEnd)
    let both = try #require(laboratory.scene().beside)
    let own = laboratory.scene().counters
    for counter in own {
      #expect(both.figures.first { $0.name == counter.name }?.own == counter.value)
    }
    laboratory.press(.escape)
    #expect(laboratory.scene().beside == nil)
    laboratory.press(.character("b"))
    laboratory.send(.wentToEnd)
    for counter in laboratory.scene().counters {
      #expect(both.figures.first { $0.name == counter.name }?.other == counter.value)
    }
  }

  @Test("A board's branches differ in the pageblocks that were painted, and nowhere else")
  func board() throws {
    let laboratory = try Laboratory.onBoard()
    laboratory.press(.character("e"), .character("k"), .enter)
    laboratory.waitForBeginning()
    let session = try #require(laboratory.session)
    let pfn = try #require(session.recipe.edits.values.joined().first).pageblock
    laboratory.press(.character("b"), with: .shift)
    guard case .board(let map) = laboratory.scene().map else { return }
    #expect(map.marked == [pfn..<pfn + 512])
  }
}

extension Edit {
  /// First page of the pageblock, at full size, that an edit of a page is in.
  fileprivate var pageblock: Pfn {
    switch self {
    case .occupy(let pfn, _, _), .release(let pfn), .setMigratetype(_, let pfn), .setSkipHint(_, let pfn):
      pfn / 512 * 512
    case .setTunables, .setWatermarks, .restart: 0
    }
  }
}

@Suite("Narration of editing")
struct EditingNarrationTests {
  @Test("What is painted, what is refused and which branch is on screen is said, each once")
  func narration() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners")) { lines.append($0) }
    laboratory.send(.pickedStep(40))
    let memory = try #require(laboratory.memory)
    let pfns = memory.zones[0].start..<memory.zones[0].end
    let used = try #require(pfns.dropFirst(200).first { Paint.anonymous.isOn($0, in: memory) })
    let reserved = try #require(pfns.first { memory.frame(at: $0).kind == .reserved })
    laboratory.press(.character("e"))
    lines.removeAll()
    laboratory.send(.drafted(.paintedAt(used, wholePageblock: false)))
    laboratory.send(.drafted(.paintedAt(reserved, wholePageblock: false)))
    #expect(lines.count == 2)
    #expect(lines.last?.contains("reserved") == true)
    laboratory.press(.enter)
    laboratory.waitForBranches()
    #expect(lines.filter { $0.hasPrefix("branch B") }.count == 1)
    lines.removeAll()
    laboratory.press(.character("b"))
    #expect(lines.first == "branch A")
    #expect(lines.count == 2)
  }
}
