import Canvas
import Runs
import Simulation
import Stage
import Testing

@testable import Lab

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
    laboratory.send(.stepping(.pickedStep(step)))
    let memory = try #require(laboratory.memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first {
        Paint.anonymous.isOn($0, in: memory)
      })
    laboratory.press(.character("e"))
    laboratory.send(.inspecting(.inspected(pfn, wholePageblock: false)))
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
    let next = try #require(laboratory.state.run?.inspecting.pfn)
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
    let changes = try #require(laboratory.state.run?.editing.draft.changes.count)
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerMoved(x: places[1].x, y: places[1].y, dragging: true))
    laboratory.handle(.pointerUp(x: places[1].x, y: places[1].y, button: .left))
    #expect(laboratory.state.run?.editing.draft.changes.count == changes + 1)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .kernel })
    #expect(laboratory.scene().explanation?.heading.contains("2 pages") == true)
    laboratory.press(.character("z"), with: .control)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .anonymous }, "a stroke is taken back at once")
    laboratory.press(.character("y"), with: .control)
    #expect(pages.allSatisfy { look(at: $0, laboratory) == .kernel })
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: places[0].x, y: places[0].y, button: .left))
    laboratory.send(.editing(.chosePaint(.file)))
    laboratory.handle(.pointerDown(x: places[0].x, y: places[0].y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: places[0].x, y: places[0].y, button: .left))
    #expect(
      laboratory.state.run?.editing.draft.changes.count == changes + 2, "the next stroke is another one")
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
      laboratory.send(.editing(.paintedAt(pfn, wholePageblock: false)))
      #expect(laboratory.state.run?.editing.draft.notice?.isRefusal == true)
      #expect(laboratory.scene().explanation?.heading.contains(reason) == true)
      #expect(laboratory.map?.runs == before?.runs)
    }
    #expect(laboratory.state.run?.editing.draft.isEmpty == true)
  }

  @Test("A setting goes a step further or back, within what there is, and is undone like a page")
  func settings() throws {
    let (laboratory, _) = try editing(40)
    laboratory.send(.inspecting(.ringed(.edit)))
    #expect(laboratory.state.place == .settings)
    laboratory.press(.right)
    #expect(laboratory.state.run?.editing.draft.settings?.version == .v6_18)
    #expect(laboratory.state.run?.step == 40, "settings hold from here on")
    laboratory.press(.right)
    #expect(laboratory.state.run?.editing.draft.settings?.version == .v7_2)
    laboratory.press(.right)
    #expect(laboratory.state.run?.editing.draft.notice?.isRefusal == true)
    laboratory.press(.down, .down, .right)
    #expect(laboratory.scene().explanation?.heading.contains("whole zone") == true)
    laboratory.press(.up, .right, .down, .left)
    #expect(laboratory.state.run?.editing.draft.settings?.trigger.order == 3)
    laboratory.press(.down, .right)
    #expect(laboratory.state.run?.editing.draft.settings?.watermarks[0].min == 5)
    laboratory.press(.right)
    #expect(laboratory.state.run?.editing.draft.notice?.isRefusal == true, "min never passes low")
    for _ in 0..<5 { laboratory.press(.character("z"), with: .control) }
    #expect(laboratory.state.run?.editing.draft.settings == nil)
  }

  @Test("A driver’s pages in a row can be asked for: so many of CMA, or the pageblock that is looked at")
  func contiguous() throws {
    let (laboratory, pfn) = try editing(40)
    laboratory.send(.inspecting(.ringed(.edit)))
    var asked: Trigger? { laboratory.state.run?.editing.draft.settings?.trigger }
    laboratory.press(.down, .right, .right, .right, .right)
    #expect(asked == .contiguous(.pages(16)))
    laboratory.press(.down, .right, .up)
    #expect(asked == .contiguous(.pages(32)))
    laboratory.press(.right)
    let block = pfn.start(ofOrder: 4)
    #expect(asked == .contiguous(.range(block..<block + 16)))
    laboratory.press(.right)
    #expect(laboratory.state.run?.editing.draft.notice?.isRefusal == true, "nobody else asks")
    let form = try #require(laboratory.scene().edit)
    #expect(form.settings[2].value == "16 pages in a row" && form.count == "1 change")
    laboratory.press(.enter)
    laboratory.waitForBranches()
    laboratory.press(.end)
    let end = try #require(laboratory.scene().explanation)
    #expect(end.heading.contains("driver"))
    // What became of the range is in sight.
    #expect(laboratory.state.run?.inspecting.pfn == block)
    #expect(laboratory.scene().inspector?.title.contains(String(block, radix: 16)) == true)
  }

  @Test("Esc puts the edits aside, E takes them up again, and without edits nothing branches")
  func aside() throws {
    let (laboratory, pfn) = try editing()
    laboratory.press(.character("k"), .escape)
    #expect(laboratory.state.run?.editing.isOn == false)
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
    laboratory.send(.stepping(.pickedStep(40)))
    let memory = try #require(laboratory.memory)
    let isolated = try #require(
      (memory.zones[0].start..<memory.zones[0].end).first { memory.frame(at: $0).place == .isolatedSource })
    laboratory.send(.stepping(.pickedStep(0)))
    laboratory.press(.character("e"))
    laboratory.send(.editing(.chosePaint(.kernel)))
    laboratory.send(.editing(.paintedAt(isolated, wholePageblock: false)))
    #expect(look(at: isolated, laboratory) == .kernel)
    laboratory.send(.stepping(.pickedStep(40)))
    #expect(laboratory.scene().explanation?.text.contains("can’t be made") == true)
    laboratory.send(.stepping(.pickedStep(0)))
    #expect(look(at: isolated, laboratory) == .kernel)
  }

  @Test("On a board a whole pageblock is painted at once, and taken back at once")
  func board() throws {
    let laboratory = try Laboratory.onBoard()
    let before = laboratory.scene().map
    laboratory.press(.character("e"))
    let pfn = try #require(laboratory.state.run?.inspecting.pfn)
    #expect(laboratory.state.run?.inspecting.wholePageblock == true)
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
