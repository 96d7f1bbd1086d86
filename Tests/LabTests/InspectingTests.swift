import Runs
import Simulation
import Stage
import Testing

@testable import Lab

@Suite("Questions asked of a run")
struct InspectingTests {
  private func laboratory(atStep step: Int = 170) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners-percpu"))
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    laboratory.send(.stepping(.pickedStep(step)))
    _ = try laboratory.nextPicture()
    return laboratory
  }

  private func press(_ keys: (Key, Modifiers)..., on laboratory: Laboratory) throws {
    for (key, modifiers) in keys {
      laboratory.handle(.key(key, modifiers, isRepeat: false))
      _ = try laboratory.nextPicture()
    }
  }

  private func type(_ text: String, on laboratory: Laboratory) {
    for character in text {
      laboratory.handle(.key(.character(character), [], isRepeat: false))
      laboratory.handle(.text(String(character)))
    }
  }

  @Test("Tab goes through every part that is shown and comes round, Shift+Tab goes back")
  func ring() throws {
    let laboratory = try laboratory()
    try press((.tab, []), on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == .map)
    let shown = try #require(laboratory.picture).layout
    let parts = ([.map] + Panel.column + [.timeline]).filter { shown[$0] != nil }
    for part in parts.dropFirst() {
      try press((.tab, []), on: laboratory)
      #expect(laboratory.state.run?.inspecting.ring == part)
    }
    try press((.tab, []), on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == .map)
    try press((.tab, .shift), on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == parts.last)
  }

  @Test("In the map arrows move the inspector instead of stepping, until Esc takes the ring away")
  func arrows() throws {
    let laboratory = try laboratory()
    try press((.tab, []), on: laboratory)
    let start = try #require(laboratory.state.run?.inspecting.pfn)
    try press((.right, []), (.down, []), on: laboratory)
    #expect(laboratory.state.run?.inspecting.pfn != start)
    #expect(laboratory.state.run?.step == 170)
    try press((.escape, []), (.right, []), on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == nil)
    #expect(laboratory.state.run?.step == 171)
  }

  @Test("A page's history leads to the step of each line, and follows the page to where it moved")
  func history() throws {
    let laboratory = try laboratory()
    let moved = try #require(laboratory.session?.playhead?.find(.rule(.movesPage), forward: true))
    laboratory.send(.stepping(.pickedStep(moved - 1)))
    let playhead = try #require(laboratory.session?.playhead)
    playhead.seek(to: moved)
    guard case .move(let source, let target)? = playhead.lastStep?.facts else {
      Issue.record("the step moves a page")
      return
    }
    playhead.seek(to: moved - 1)
    laboratory.send(.inspecting(.inspected(source, wholePageblock: false)))
    let lines = try #require(laboratory.scene().inspector).lines
    let line = try #require(
      lines.firstIndex { if case .event(let step, _) = $0 { step == moved } else { false } })
    laboratory.send(.inspecting(.followedLine(line)))
    #expect(laboratory.state.run?.step == moved)
    #expect(laboratory.state.run?.inspecting.pfn == target)
  }

  @Test("A step or a page is jumped to by typing it, and nonsense is refused and stays to be mended")
  func jump() throws {
    let laboratory = try laboratory()
    type("/41", on: laboratory)
    try press((.enter, []), on: laboratory)
    #expect(laboratory.state.run?.step == 41)
    type("/0x1000c4", on: laboratory)
    try press((.enter, []), on: laboratory)
    #expect(laboratory.state.run?.inspecting.pfn == 0x1000c4)
    for nonsense in ["99999", "0xfffffffff", "vf"] {
      type("/" + nonsense, on: laboratory)
      try press((.enter, []), on: laboratory)
      #expect(laboratory.state.place == .entry)
      #expect(laboratory.scene().prompt?.isRefused == true)
      #expect(laboratory.scene().prompt?.text == nonsense)
      try press((.escape, []), on: laboratory)
    }
  }

  @Test("A moment is looked for forward and back, and when there is none, that is said")
  func searches() throws {
    let laboratory = try laboratory()
    laboratory.send(.finding(.looksFor(.migrationFails)))
    let first = try #require(laboratory.state.run?.step)
    try press((.function(3), []), on: laboratory)
    #expect(try #require(laboratory.state.run?.step) > first)
    try press((.function(3), .shift), on: laboratory)
    #expect(laboratory.state.run?.step == first)
    laboratory.send(.stepping(.pickedStep(0)))
    try press((.function(3), .shift), on: laboratory)
    #expect(laboratory.state.run?.step == 0)
    #expect(laboratory.state.message != nil)
  }

  @Test("O lists a lesson's stops with where they are; a number, Enter or a click goes to one")
  func stops() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    let stops = try #require(laboratory.state.run?.learning.stops)
    try press((.character("o"), []), on: laboratory)
    guard case .menu(let menu) = laboratory.scene().map else {
      Issue.record("the stops are not shown")
      return
    }
    #expect(menu.sections.flatMap(\.items).count == stops.count)
    #expect(menu.sections.flatMap(\.items).allSatisfy { $0.name.count > 3 })
    laboratory.type("3")
    try press((.enter, []), on: laboratory)
    #expect(laboratory.state.run?.step == stops[2])
    try press((.character("o"), []), (.down, []), (.enter, []), on: laboratory)
    #expect(laboratory.state.run?.step == stops[3])
    try press((.character("o"), []), on: laboratory)
    let place = try #require(laboratory.pixel(of: .menuItem(1)))
    laboratory.handle(.pointerDown(x: place.x, y: place.y, button: .left, clicks: 1))
    #expect(laboratory.state.run?.step == stops[1])
    #expect(laboratory.state.place == .run)
  }

  @Test("Where there is no lesson, O says so")
  func noStops() throws {
    let laboratory = try laboratory()
    try press((.character("o"), []), on: laboratory)
    #expect(laboratory.state.place == .run)
    #expect(laboratory.state.message != nil)
  }

  @Test("The list of events shrinks to what is typed, and Enter goes to the chosen one")
  func events() throws {
    let laboratory = try laboratory()
    try press((.character("d"), []), on: laboratory)
    let all = try #require(laboratory.session?.list).count
    type("isolate_free", on: laboratory)
    let list = try #require(laboratory.session?.list)
    #expect(list.count > 0 && list.count < all)
    try press((.down, []), on: laboratory)
    guard case .events(_, _, let selection) = laboratory.state.run?.finding.overlay else {
      Issue.record("the list is not shown")
      return
    }
    try press((.enter, []), on: laboratory)
    #expect(laboratory.state.run?.step == list.step(ofRow: selection))
    #expect(laboratory.session?.playhead?.lastStep?.rule == .freeScanEnds)
    #expect(laboratory.state.place == .run)
  }

  @Test("Bookmarks are set, gone to and taken away")
  func bookmarks() throws {
    let laboratory = try laboratory()
    try press((.character("m"), []), (.home, []), (.character("m"), []), on: laboratory)
    #expect(laboratory.scene().timeline?.bookmarks == [0, 170])
    try press((.character("]"), []), on: laboratory)
    #expect(laboratory.state.run?.step == 170)
    try press((.character("["), []), (.character("m"), []), on: laboratory)
    #expect(laboratory.scene().timeline?.bookmarks == [170])
  }

  @Test("C shows the map as it was before the step, and says so; the run stays where it is")
  func before() throws {
    let laboratory = try laboratory()
    let after = laboratory.scene()
    laboratory.send(.stepping(.steppedBack(.page)))
    guard case .pages(let earlier) = laboratory.scene().map else { return }
    laboratory.send(.stepping(.stepped(.page)))
    try press((.character("c"), []), on: laboratory)
    let before = laboratory.scene()
    guard case .pages(let shown) = before.map else { return }
    #expect(shown.runs == earlier.runs && before.title.isBefore)
    #expect(laboratory.state.run?.step == 170)
    try press((.character("c"), []), on: laboratory)
    #expect(laboratory.scene().map == after.map)
  }

  @Test("Panels fold by key and come back")
  func folding() throws {
    let laboratory = try laboratory()
    try press((.character("k"), []), on: laboratory)
    #expect(Panel.column.allSatisfy { laboratory.picture?.layout[$0] == nil })
    try press((.character("k"), []), on: laboratory)
    #expect(laboratory.picture?.layout[.freeBlocks] != nil)
  }
}
