import Documents
import Runs
import Scenarios
import Simulation
import Stage
import Surroundings
import Testing

@testable import Lab

@Suite("The run as a list")
struct StepListTests {
  /// Lesson 4; a branch of it in which a page is the kernel's; kcompactd at work in advance.
  enum Run: CaseIterable { case lesson, branch, proactive }

  private func laboratory(_ run: Run) throws -> Laboratory {
    switch run {
    case .lesson: return try Fixtures.laboratory(opening: .lesson("4"))
    case .branch:
      let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
      _ = try laboratory.branchOffWithKernelPage()
      return laboratory
    case .proactive:
      let laboratory = try Fixtures.laboratory()
      laboratory.open(
        RunRecipe(target: .source("mine"), source: try Self.scenario("run: {trigger: proactive}")))
      laboratory.waitForRecording()
      return laboratory
    }
  }

  private static func scenario(_ run: String) throws -> Scenario {
    let path = "\(Repository.root)/Lessons/Scenarios/two-scanners.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try Scenario(
      Document.parse(text.replacing("run: {trigger: compact_memory}", with: run), file: "mine.yaml"))
  }

  private func table(_ laboratory: Laboratory) throws -> EventTable {
    guard case .events(let table) = laboratory.scene().map else { throw NoList() }
    return table
  }
  private struct NoList: Error {}

  @Test("Each step has a row, and each row says what the window says at its step", arguments: Run.allCases)
  func rows(run: Run) throws {
    let laboratory = try laboratory(run)
    let steps = try #require(laboratory.state.run?.steps)
    #expect(steps > 40)
    for step in 1...steps {
      laboratory.send(.stepping(.pickedStep(step)))
      let said = try #require(laboratory.view?.reading?.said)
      let explanation = try #require(laboratory.scene().explanation)
      laboratory.press(.character("d"))
      let table = try table(laboratory)
      #expect(table.count == steps && table.total == steps && table.selection == step - 1)
      let row = table.rows[table.selection - table.first]
      #expect(row.step == step && row.what == said.what)
      #expect(table.detail.first == said.because)
      #expect(laboratory.scene().pointedAt == nil)
      // At a stop the window has the lesson's words, and what happened below them.
      #expect([explanation.heading, explanation.because].contains(row.what))
      laboratory.press(.escape)
    }
    #expect(laboratory.state.run?.step == steps)
  }

  @Test("Rows that are scrolled to are read where their steps are, and the run stays where it is")
  func scrolled() throws {
    let laboratory = try laboratory(.lesson)
    laboratory.send(.stepping(.pickedStep(40)))
    laboratory.press(.character("d"), .end)
    let table = try table(laboratory)
    #expect(table.rows.last?.step == 879 && table.selection == 878)
    #expect(laboratory.session?.playhead?.step == 40)
    laboratory.press(.escape)
    #expect(laboratory.state.run?.step == 40)
  }

  @Test("What the kernel traces stands at its step, and in full under the chosen row")
  func traced() throws {
    let laboratory = try laboratory(.lesson)
    let events = try #require(laboratory.session?.playhead?.recording.events)
    laboratory.press(.character("d"))
    laboratory.type("mm_")
    let shown = try table(laboratory)
    #expect(shown.count == Set(events.map(\.step)).count)
    #expect(shown.rows.allSatisfy { $0.traced.contains("mm_") })
    #expect(
      shown.detail.contains { $0.hasPrefix("task mm_compaction_begin 0x100000 to 0x100200 migrate_pfn=") })
  }

  @Test("A list that is empty says in a sentence why, and one of a branch has the branch’s steps")
  func empty() throws {
    let laboratory = try laboratory(.branch)
    laboratory.press(.character("d"))
    #expect(try table(laboratory).total == laboratory.state.run?.steps)
    laboratory.type("merge")
    #expect(try table(laboratory).count > 10)
    laboratory.type("less")
    let none = try table(laboratory)
    #expect(none.rows.isEmpty && none.note.contains("“mergeless”") && none.note.hasSuffix("."))
    #expect(laboratory.scene().chosen(laboratory.content.words) == none.note)
    laboratory.press(.enter)
    #expect(laboratory.state.place == .events)
  }

  // MARK: While a run is being made

  @Test(
    "A list or a line opened before a memory is made takes what is typed at once, says so, and is filled as it comes",
    arguments: [KeyContext.entry, .searches, .events, .naming])
  func awaited(place: KeyContext) throws {
    let folder = try TemporaryFolder()
    let laboratory = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(), scenarios: .init(folder: folder.path), wake: {})
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-32g")))
    try #require(laboratory.session?.playhead == nil)
    switch place {
    case .entry: laboratory.press(.character("/"))
    case .searches: laboratory.press(.character("f"), with: .control)
    case .events: laboratory.press(.character("d"))
    default: laboratory.press(.character("s"), with: .control)
    }
    #expect(laboratory.state.place == place)
    let before = laboratory.state
    laboratory.type("lef")
    var after = laboratory.state
    after.run?.finding.overlay = before.run?.finding.overlay
    #expect(after == before)
    let scene = laboratory.scene()
    #expect(scene.message == laboratory.content.words("message.opening"))
    #expect(scene.prompt != nil || scene.map != .menu(Menu(sections: [])))
    laboratory.press(.enter)
    laboratory.press(.backspace, .backspace, .backspace)
    laboratory.waitForBeginning()
    switch laboratory.scene().map {
    case .events(let table): #expect(place == .events && table.rows.first?.step == 1)
    case .menu(let menu): #expect(place == .searches && menu.sections[0].items.count > 5)
    default: #expect(place == .entry || place == .naming)
    }
  }

  @Test("The list of a lesson’s stops opens before they are found, and has them once they are")
  func awaitedStops() throws {
    var state = LabState()
    state.run = RunState(target: .lesson("4"))
    #expect(state.reduce(.learning(.openedStops)).isEmpty && state.place == .stops)
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.press(.character("o"))
    laboratory.waitForRecording()
    guard case .menu(let menu) = laboratory.scene().map else { throw NoList() }
    #expect(menu.sections[0].items.count == 8)
  }
}
