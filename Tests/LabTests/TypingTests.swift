import Runs
import Stage
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("Typing into lines and lists")
struct TypingTests {
  private static let printable: [Key] =
    (0x21...0x7e).map { .character(Character(UnicodeScalar($0))) } + [.space, .character("é")]

  @Test(
    "Where text is typed no character does anything else, whatever is held with it and whoever has bound it",
    arguments: KeyContext.allCases.filter(\.takesText))
  func nothingGlobal(place: KeyContext) {
    for lettersOff in [false, true] {
      var bindings = KeyBindings()
      bindings.lettersOff = lettersOff
      for name in bindings.names(in: nil) + bindings.names(in: .run) {
        bindings.rebind(name, in: nil, to: [KeyChord(.character("j"))])
      }
      for map in [KeyBindings(), bindings] {
        for key in Self.printable {
          for modifiers in [Modifiers(), .shift, .alt, [.alt, .shift]] {
            #expect(map.action(for: key, modifiers, in: place) == nil, "\(key)")
          }
        }
      }
    }
  }

  @Test(
    "Every letter, digit and mark that a key of the run or the program has is typed, and only typed",
    arguments: [KeyContext.entry, .naming, .searches, .stops, .scenarios, .events])
  func typed(place: KeyContext) throws {
    let folder = try TemporaryFolder()
    let laboratory = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(),
      scenarios: ScenarioFolder(folder: folder.path), wake: {})
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.waitForRecording()
    try open(place, on: laboratory)
    let characters = Set(
      laboratory.state.bindings.bindings.compactMap { binding -> Character? in
        if case .character(let character) = binding.key, binding.modifiers.isEmpty { character } else { nil }
      })
    #expect(characters.count > 20)
    for character in characters.sorted() + [" "] {
      let before = laboratory.state
      let key: Key = character == " " ? .space : .character(character)
      laboratory.handle(.key(key, [], isRepeat: false))
      laboratory.handle(.text(String(character)))
      #expect(typed(laboratory)?.hasSuffix(String(character)) == true, "\(character)")
      var after = laboratory.state
      after.run?.finding.overlay = before.run?.finding.overlay
      #expect(after == before, "\(character)")
    }
  }

  private func open(_ place: KeyContext, on laboratory: Laboratory) throws {
    switch place {
    case .entry: laboratory.press(.character("/"))
    case .naming: laboratory.press(.character("s"), with: .control)
    case .searches: laboratory.press(.character("f"), with: .control)
    case .stops: laboratory.press(.character("o"))
    case .events: laboratory.press(.character("d"))
    default:
      laboratory.send(
        .saving(
          .foundScenarios([
            MenuEntry(section: .saved, name: "mine", detail: "", opens: .run(.source("two-scanners")))
          ])))
    }
    try #require(laboratory.state.place == place)
  }

  private func typed(_ laboratory: Laboratory) -> String? {
    switch laboratory.state.run?.finding.overlay {
    case .jump(let text, _): text
    case .naming(let naming): naming.name
    case .choices(let choices): choices.typed
    case .events(let filter, _, _): filter
    case nil: nil
    }
  }

  @Test("A key that opens a line and is held types nothing into it")
  func held() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    for isRepeat in [false, true, true] {
      laboratory.handle(.key(.character("/"), [], isRepeat: isRepeat))
      laboratory.handle(.text("/"))
    }
    #expect(typed(laboratory) == "")
  }

  @Test("What is typed leaves the entries that have it in their names, and Enter takes the chosen one")
  func filters() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.press(.character("f"), with: .control)
    laboratory.type("order 5")
    guard case .menu(let menu) = laboratory.scene().map else { return }
    #expect(menu.sections[0].items.count == 1 && menu.filter?.typed == "order 5")
    laboratory.press(.enter)
    #expect(laboratory.state.run?.finding.condition == .freeBlock(order: 5, zone: 0))
    laboratory.press(.character("f"), with: .control)
    laboratory.type("nothing like it")
    laboratory.press(.down, .enter)
    #expect(laboratory.state.place == .searches)
    laboratory.press(.backspace, .escape)
    #expect(laboratory.state.place == .run)
  }

  @Test("In the list of stops a number and Enter go to that stop")
  func stopNumber() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    let stops = try #require(laboratory.state.run?.learning.stops)
    for number in [6, 2] {
      laboratory.press(.character("o"))
      laboratory.type("\(number)")
      laboratory.press(.enter)
      #expect(laboratory.state.run?.step == stops[number - 1])
    }
  }

  @Test("Saving asks for a name and offers one, which what is typed replaces and Backspace shortens")
  func names() throws {
    let folder = try TemporaryFolder()
    let laboratory = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(),
      scenarios: ScenarioFolder(folder: folder.path), wake: {})
    laboratory.open(try laboratory.content.folder.recipe(for: .source("two-scanners")))
    laboratory.waitForRecording()
    func save(_ name: String) -> String? {
      laboratory.press(.character("s"), with: .control)
      laboratory.type(name)
      laboratory.press(.enter)
      laboratory.finishSaving()
      laboratory.receive()
      return laboratory.scenarios?.files.first?.split(separator: "/").last.map(String.init)
    }
    #expect(save("My EMpty zone!") == "my-empty-zone.yaml")
    #expect(laboratory.state.message?.contains("my-empty-zone.yaml") == true)
    #expect(laboratory.state.place == .run)
    laboratory.press(.character("s"), with: .control)
    laboratory.press(.escape)
    #expect(laboratory.scenarios?.files.count == 1 && laboratory.state.place == .run)
    laboratory.press(.character("s"), with: .control)
    guard case .naming(let naming) = laboratory.state.run?.finding.overlay else { return }
    #expect(naming.offered.contains("step 0"))
    #expect(laboratory.scene().prompt?.text == naming.offered && laboratory.scene().prompt?.isOffered == true)
    laboratory.press(.backspace)
    #expect(laboratory.scene().prompt?.text == String(naming.offered.dropLast()))
  }

  @Test("A speed is never higher than lets the whole run be seen for two seconds")
  func speed() {
    for (steps, most) in [(879, 256.0), (40, 8), (1_634_652, 16384)] {
      var speed = Speed.normal
      for _ in 0..<20 { speed = speed.faster(in: steps) }
      #expect(speed.factor == most)
    }
  }
}
