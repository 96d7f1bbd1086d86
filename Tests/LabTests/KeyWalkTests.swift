import Canvas
import Runs
import Simulation
import Stage
import Testing

@testable import Lab

/// Whatever the mouse can point at in a view, keys come to as well; none of them is a letter.
@Suite("A walk through every view by keyboard alone")
struct KeyWalkTests {
  private func press(_ key: Key, _ modifiers: Modifiers = [], times: Int = 1, on laboratory: Laboratory)
    throws
  {
    for _ in 0..<times { laboratory.handle(.key(key, modifiers, isRepeat: false)) }
    _ = try laboratory.nextPicture()
  }

  /// All that can be pointed at now.
  private func targets(_ laboratory: Laboratory) throws -> [HitMap.Target] {
    _ = try laboratory.nextPicture()
    let hits = try #require(laboratory.picture).hits
    var found: [HitMap.Target] = []
    for y in stride(from: Float(2), to: Float(laboratory.state.height), by: 7) {
      for x in stride(from: Float(2), to: Float(laboratory.state.width), by: 7) {
        guard let target = hits.target(at: Point(x, y)), found.last != target else { continue }
        if !found.contains(target) { found.append(target) }
      }
    }
    return found
  }

  private func run(_ name: String) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory(opening: .source(name))
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    laboratory.send(.stepping(.pickedStep(100)))
    _ = try laboratory.nextPicture()
    return laboratory
  }

  /// Moves the inspector over the whole map, row by row, and returns where it has been.
  private func inspectAll(_ laboratory: Laboratory) throws -> Set<Pfn> {
    func inspected() -> Pfn { laboratory.state.run?.inspecting.pfn ?? -1 }
    func goOn(_ key: Key) -> Bool {
      let before = inspected()
      laboratory.handle(.key(key, [], isRepeat: true))
      return inspected() != before
    }
    while goOn(.up) {}
    while goOn(.left) {}
    var visited: Set<Pfn> = [inspected()]
    var way = Key.right
    repeat {
      while goOn(way) { visited.insert(inspected()) }
      way = way == .right ? .left : .right
      let isDown = goOn(.down)
      visited.insert(inspected())
      if !isDown { return visited }
    } while true
  }

  @Test("The ring comes to every part of a run's window, and on the map to every page")
  func pages() throws {
    let laboratory = try run("two-scanners-percpu")
    let all = try targets(laboratory)
    // Backwards, since the map brings up the inspector, which takes the room of others.
    var ringed: Set<Panel> = []
    repeat {
      try press(.tab, .shift, on: laboratory)
      if let ring = laboratory.state.run?.inspecting.ring { ringed.insert(ring) }
    } while laboratory.state.run?.inspecting.ring != .map && ringed.count < 20
    for case .panel(let panel) in all { #expect(ringed.contains(panel), "\(panel)") }
    let visited = try inspectAll(laboratory)
    guard case .pages(let map) = laboratory.scene().map else { return }
    let missed = all.compactMap { if case .page(let pfn) = $0, !visited.contains(pfn) { pfn } else { nil } }
    // Pages that are drawn as one count as one.
    for pfn in missed {
      let run = try #require(map.runs.last { $0.start <= pfn })
      #expect(visited.contains { $0 >= run.start && $0 < run.start + run.count }, "\(pfn)")
    }
  }

  @Test("On a board the arrows come to every cell, and Enter to the pages of one and what is known of them")
  func board() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.send(.viewing(.resized(width: 1280, height: 720)))
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    while laboratory.state.run?.steps == 0 { laboratory.receive() }
    let all = try targets(laboratory)
    try press(.tab, on: laboratory)
    let visited = try inspectAll(laboratory)
    for case .pageblocks(let pfns) in all { #expect(visited.contains { pfns.contains($0) }, "\(pfns)") }
    try press(.enter, on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == .lens)
    try press(.right, on: laboratory)
    try press(.enter, on: laboratory)
    #expect(laboratory.state.run?.inspecting.ring == .inspector)
  }

  @Test("Every line of the inspector is come to, and the steps of the timeline are")
  func inspector() throws {
    let laboratory = try run("two-scanners")
    try press(.tab, on: laboratory)
    try press(.enter, on: laboratory)
    let all = try targets(laboratory)
    let lines = all.compactMap { if case .inspectorLine(let line) = $0 { line } else { nil } }
    #expect(!lines.isEmpty)
    try press(.up, times: 100, on: laboratory)
    for line in 0...(lines.max() ?? 0) {
      #expect(laboratory.state.run?.inspecting.line == line)
      try press(.down, on: laboratory)
    }
    try press(.escape, on: laboratory)
    #expect(all.contains { if case .step = $0 { true } else { false } })
    try press(.home, on: laboratory)
    #expect(laboratory.state.run?.step == 0)
    try press(.right, times: 7, on: laboratory)
    #expect(laboratory.state.run?.step == 7)
  }

  @Test("Every entry of menu, sheets and lists is come to and taken with arrows and Enter")
  func lists() throws {
    func expectEntries(
      of laboratory: Laboratory, _ chosen: (LabState) -> Int?,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      try press(.up, times: 100, on: laboratory)
      for target in try targets(laboratory) {
        guard case .menuItem(let index) = target else { continue }
        try press(.up, times: 100, on: laboratory)
        try press(.down, times: index, on: laboratory)
        #expect(chosen(laboratory.state) == index, sourceLocation: sourceLocation)
      }
    }
    let menu = try Fixtures.laboratory()
    let running = try run("two-scanners")
    for (key, modifiers) in [(Key.function(1), Modifiers()), (.function(1), .shift), (.function(2), [])] {
      for laboratory in [menu, running] {
        try press(key, modifiers, on: laboratory)
        try expectEntries(of: laboratory) { $0.sheet?.selection }
        try press(.escape, on: laboratory)
      }
    }
    try press(.character("f"), .control, on: running)
    try expectEntries(of: running) { state in
      if case .choices(let choices) = state.run?.finding.overlay { choices.selection } else { nil }
    }
  }

  @Test("In the editor every brush, every setting and the pageblock's type is come to")
  func editor() throws {
    let laboratory = try run("two-scanners")
    try press(.character("e"), on: laboratory)
    let all = try targets(laboratory)
    let working = laboratory.state.bindings.bindings(in: .edit).map(\.action)
    #expect(laboratory.state.place == .edit)
    for case .brush(let index) in all {
      #expect(working.contains(.editing(.painted(Paint.allCases[index]))))
    }
    #expect(all.contains(.pageblockType) && working.contains(.editing(.retyped)))
    try press(.tab, on: laboratory)
    #expect(laboratory.state.place == .settings)
    let rows = all.compactMap { if case .setting(let row, _) = $0 { row } else { nil } }
    #expect(!rows.isEmpty)
    for row in Set(rows) {
      try press(.up, times: 30, on: laboratory)
      try press(.down, times: row, on: laboratory)
      #expect(laboratory.scene().edit?.selection == row)
    }
    let visited = try {
      try press(.tab, on: laboratory)
      return try inspectAll(laboratory)
    }()
    #expect(visited.count > 100)
  }

  @Test("With letters off everything is still done: by Alt and the letter, and from the list of all keys")
  func lettersOff() throws {
    let laboratory = try run("two-scanners")
    laboratory.send(.viewing(.toggledLetters))
    try press(.character("d"), on: laboratory)
    #expect(laboratory.state.place == .run)
    #expect(laboratory.scene().keys.allSatisfy { $0.key.count > 1 || !$0.key.contains { $0.isLetter } })
    try press(.character("d"), .alt, on: laboratory)
    #expect(laboratory.state.place == .events)
    try press(.escape, on: laboratory)
    try press(.function(1), on: laboratory)
    let row = try #require(laboratory.state.keyRows.firstIndex { $0.action == .finding(.openedEvents) })
    try press(.down, times: row, on: laboratory)
    try press(.enter, on: laboratory)
    #expect(laboratory.state.place == .events)
    laboratory.handle(.key(.character("i"), [], isRepeat: false))
    laboratory.handle(.text("i"))
    guard case .events(let filter, _, _) = laboratory.state.run?.finding.overlay else { return }
    #expect(filter == "i")
  }

  @Test("Everything the key line offers is done by the key that it names")
  func keyLine() throws {
    let laboratory = try run("two-scanners")
    for place in [[], [Key.tab], [.tab, .enter], [.tab, .tab]] {
      for key in place { try press(key, on: laboratory) }
      let hints = laboratory.state.bindings.hints(laboratory.state, words: laboratory.content.words)
      #expect(!hints.isEmpty)
      for hint in hints {
        #expect(
          laboratory.state.bindings.bindings(in: laboratory.state.place).contains {
            $0.action == hint.action
              && laboratory.state.bindings.action(for: $0.key, $0.modifiers, in: laboratory.state.place)
                == hint.action
          }, "\(hint.hint)")
      }
      try press(.escape, on: laboratory)
    }
  }
}
