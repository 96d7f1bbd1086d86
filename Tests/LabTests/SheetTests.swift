import Canvas
import Simulation
import Stage
import Testing

@testable import Lab

@Suite("What covers the window")
struct SheetTests {
  private func press(_ keys: (Key, Modifiers)..., on laboratory: Laboratory) throws {
    for (key, modifiers) in keys {
      laboratory.handle(.key(key, modifiers, isRepeat: false))
      _ = try laboratory.nextPicture()
    }
  }

  @Test("Every sheet comes by its key from the menu and from a run, and Esc brings back what was there")
  func opening() throws {
    let keys: [(Key, Modifiers, Sheets.Subject)] = [
      (.function(1), [], .keys), (.character("?"), .shift, .keys), (.function(1), .shift, .leavesOut),
      (.character("v"), [], .view), (.function(2), [], .view),
    ]
    for laboratory in [try Fixtures.laboratory(), try Fixtures.laboratory(opening: .source("two-scanners"))] {
      let place = laboratory.state.place
      for (key, modifiers, subject) in keys {
        try press((key, modifiers), on: laboratory)
        #expect(laboratory.state.sheet == Sheets.State(subject))
        try press((.escape, []), on: laboratory)
        #expect(laboratory.state.sheet == nil)
        #expect(laboratory.state.place == place)
      }
    }
  }

  @Test("The menu offers the page of what is left out; it names every simplification, once")
  func leavesOut() throws {
    let laboratory = try Fixtures.laboratory()
    let index = try #require(laboratory.state.menu.firstIndex { $0.opens == .sheet(.leavesOut) })
    laboratory.send(.opening(.openedEntry(index)))
    guard case .article(let article) = laboratory.scene().map else {
      Issue.record("the page is not shown")
      return
    }
    #expect(article.entries.map { $0.notes[0] } == Simplification.all.map(\.kernelSymbol))
    #expect(article.entries.allSatisfy { $0.texts.count == 2 && !$0.texts.contains("") })
    try press((.end, []), (.down, []), on: laboratory)
    #expect(laboratory.state.sheet?.selection == Simplification.all.count - 1)
    laboratory.handle(.wheel(x: 9, y: 9, delta: 1, []))
    #expect(laboratory.state.sheet?.selection == Simplification.all.count - 2)
  }

  @Test("In the list of all keys a row does what its keys do, by Enter and by a click")
  func doing() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    try press((.function(1), []), on: laboratory)
    let row = try #require(laboratory.state.keyRows.firstIndex { $0.action == .stepping(.stepped(.page)) })
    laboratory.send(.sheets(.moved(by: row)))
    try press((.enter, []), on: laboratory)
    #expect(laboratory.state.sheet == nil)
    #expect(laboratory.state.run?.step == 1)
    try press((.function(1), []), on: laboratory)
    let place = try #require(laboratory.pixel(of: .menuItem(row)))
    laboratory.handle(.pointerDown(x: place.x, y: place.y, button: .left, clicks: 1))
    #expect(laboratory.state.run?.step == 2)
  }

  @Test(
    "The list holds every key that works where it was opened from, and none that does something else there")
  func rows() throws {
    var state = LabState()
    state.run = RunState(target: .source("anything"))
    state.run?.inspecting.ring = .map
    state.sheet = Sheets.State(.keys)
    let shown = state.keyRows.flatMap(\.bindings)
    for binding in state.bindings.bindings where [.map, .run, nil].contains(binding.place) {
      let works = state.bindings.action(for: binding.key, binding.modifiers, in: .map) == binding.action
      #expect(shown.contains(binding) == works, "\(binding.name)")
    }
    #expect(Set(state.keyRows.map(\.place)) == [.map, .run, nil])
  }

  @Test("Each choice of the view can be changed and changed back, and stays on screen meanwhile")
  func view() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    try press((.character("v"), []), on: laboratory)
    for _ in ViewChoice.all(laboratory.state) {
      let before = laboratory.scene().map
      let sheet = laboratory.state.sheet
      try press((.right, []), on: laboratory)
      #expect(laboratory.scene().map != before)
      #expect(laboratory.state.sheet == sheet)
      try press((.left, []), on: laboratory)
      #expect(laboratory.scene().map == before)
      try press((.down, []), on: laboratory)
    }
  }

  @Test(
    "The view of a board has a row for its age, which opens it aged by the next recipe and by the one before")
  func ages() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("rock-5b-plus-4g"))
    let folder = laboratory.content.folder
    let names = folder.recipeNames
    let own = try #require(names.firstIndex(of: "desktop-two-days"))
    try press((.character("v"), []), on: laboratory)
    let row = try #require(ViewChoice.all(laboratory.state).firstIndex(of: .age))
    for _ in 0..<row { try press((.down, []), on: laboratory) }
    for distance in 1...names.count {
      try press((.right, []), on: laboratory)
      let next = names[(own + distance) % names.count]
      #expect(
        laboratory.state.run?.target
          == .source("rock-5b-plus-4g", recipe: distance == names.count ? nil : next))
      let title = try folder.recipe(named: next).title
      #expect(laboratory.state.run?.agedBy == title)
      #expect(laboratory.state.sheet?.selection == row)
    }
    try press((.left, []), on: laboratory)
    let before = names[(own + names.count - 1) % names.count]
    #expect(laboratory.state.run?.target == .source("rock-5b-plus-4g", recipe: before))
    try press((.escape, []), on: laboratory)
    #expect(laboratory.state.place == .run)
  }

  @Test("What is no board has no age to choose")
  func noAge() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    #expect(!ViewChoice.all(laboratory.state).contains(.age))
    var state = laboratory.state
    #expect(state.reduce(.opening(.agedBoard(by: 1))).isEmpty)
  }

  @Test("A key without a name is named by its number while the keys are shown, to be bound by it")
  func unknownKey() throws {
    let laboratory = try Fixtures.laboratory()
    try press((.unknown(269), []), on: laboratory)
    #expect(laboratory.state.message == nil)
    try press((.function(1), []), (.unknown(269), []), on: laboratory)
    #expect(laboratory.state.message?.contains("Key269") == true)
    #expect(KeyChord("Key269") == KeyChord(.unknown(269)))
  }
}

extension Laboratory {
  /// A place of the last picture where something can be pointed at.
  func pixel(of target: HitMap.Target) -> Point? {
    for y in stride(from: Float(2), to: Float(state.height), by: 4) {
      for x in stride(from: Float(2), to: Float(state.width), by: 4) {
        let point = Point(x, y)
        if picture?.hits.target(at: point) == target { return point }
      }
    }
    return nil
  }
}
