import Documents
import Foundation
import Stage
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("The file of one's own keys")
struct KeysFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ text: String) throws -> (bindings: KeyBindings, errors: [DocumentError]) {
    let file = KeysFile(folder: folder.path)
    try FileDraft.make(file.path, text: text)
    return file.load()
  }

  @Test("Without a file the keys are the usual ones")
  func none() {
    let (bindings, errors) = KeysFile(folder: folder.path).load()
    #expect(bindings == KeyBindings() && errors.isEmpty)
  }

  @Test("The whole map printed as a file reads back as the same map")
  func roundTrip() throws {
    let (bindings, errors) = try load(KeyBindings().text)
    #expect(errors.isEmpty, "\(errors)")
    let usual = KeyBindings().bindings
    #expect(bindings.bindings.count == usual.count)
    #expect(usual.allSatisfy { bindings.bindings.contains($0) })
  }

  @Test("Named keys take the place of the usual ones, and nothing else changes")
  func rebinding() throws {
    let (bindings, errors) = try load(
      """
      run:
        step: [Right, n]
        events: Ctrl+Shift+F7
      everywhere:
        full-screen: F10
      """)
    #expect(errors.isEmpty, "\(errors)")
    #expect(bindings.action(for: .character("n"), [], in: .run) == .stepping(.stepped(.page)))
    #expect(bindings.action(for: .right, [], in: .run) == .stepping(.stepped(.page)))
    #expect(bindings.action(for: .character("."), [], in: .run) == nil)
    #expect(bindings.action(for: .character("d"), [], in: .run) == nil)
    #expect(bindings.action(for: .function(7), [.control, .shift], in: .run) == .finding(.openedEvents))
    #expect(bindings.action(for: .function(10), [], in: .menu) == .viewing(.toggledFullScreen))
    #expect(bindings.action(for: .left, [], in: .run) == .stepping(.steppedBack(.page)))
  }

  @Test("A key may change its owner when the file gives the old one another")
  func swapping() throws {
    let (bindings, errors) = try load("run: {events: c, before: d}")
    #expect(errors.isEmpty, "\(errors)")
    #expect(bindings.action(for: .character("c"), [], in: .run) == .finding(.openedEvents))
    #expect(bindings.action(for: .character("d"), [], in: .run) == .inspecting(.toggledBefore))
  }

  @Test(
    "Each mistake is said with its line and what would be right, and the usual keys stay",
    arguments: [
      ("run:\n  stepp: n", 2, "did you mean `step`?"), ("run:\n  step: Rihgt", 2, "did you mean `Right`?"),
      ("run:\n  step: Ctrl+Nowhere", 2, "F1 to F24"), ("runn:\n  step: n", 1, "did you mean `run`?"),
      ("run:\n  full-screen: F9", 2, "below `everywhere:`"),
      ("run:\n  step: d", 2, "`events` in `run`"), ("run:\n  step: v", 2, "`view` in `everywhere`"),
      ("everywhere:\n  view:\n    - d", 3, "`events` in `run`"),
      ("run:\n  step: n\n  play: n", 3, "`step` in `run`"), ("menu:\n  open-numbered: x", 2, "can do"),
      ("run:\n  step: n\n  step: p", 2, "more than once"), ("- step", 1, "mapping"),
      ("letters: maybe", 1, "true"),
    ])
  func mistakes(text: String, line: Int, remedy: String) throws {
    let (bindings, errors) = try load(text)
    #expect(bindings == KeyBindings())
    let error = try #require(errors.first)
    #expect(error.line == line, "\(error)")
    #expect(error.description.contains(remedy), "\(error)")
  }

  @Test("All mistakes of a file are found at once")
  func manyMistakes() throws {
    let (_, errors) = try load(
      """
      run:
        stepp: n
        step: [Rihgt, n, Lefft]
      nowhere: {}
      """)
    #expect(errors.map(\.line) == [2, 3, 3, 4])
  }

  @Test("The ring's keys may be keys of the run as well: there the narrower place goes first")
  func narrower() throws {
    let (bindings, errors) = try load("map: {inspect-down: m, inspect-up: k}")
    #expect(errors.isEmpty, "\(errors)")
    #expect(bindings.action(for: .character("m"), [], in: .map) == .inspecting(.movedInspector(.down)))
    #expect(bindings.action(for: .character("m"), [], in: .run) == .finding(.toggledBookmark))
  }

  @Test("Letters are switched off by the file even when something else in it is wrong")
  func letters() throws {
    #expect(try load("letters: off").bindings.lettersOff)
    #expect(try load("letters: off\nrun: {stepp: n}").bindings.lettersOff)
    #expect(try load("letters: on").bindings == KeyBindings())
  }

  @Test("What a person sees of a mistake is one line with the file's name, and the list shows own keys")
  func shown() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.say(try load("run:\n  stepp: n").errors)
    #expect(laboratory.state.message?.contains("keys.yaml:2:3:") == true)
    #expect(laboratory.state.message?.contains(folder.path) == false)

    let own = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(),
      bindings: try load("everywhere: {view: F9}").bindings, wake: {})
    own.openMenu()
    own.send(.sheets(.toggled(.keys)))
    guard case .keys(let table) = own.scene().map else { return }
    #expect(table.sections.flatMap(\.rows).contains { $0.key == "F9" })
  }
}

@Suite("Writing keys")
struct KeyChordTests {
  @Test(
    "Keys are read as people write them",
    arguments: [
      ("Right", KeyChord(.right)), ("shift+right", KeyChord(.right, .shift)),
      ("F12", KeyChord(.function(12))),
      ("Ctrl++", KeyChord(.character("+"), .control)), ("+", KeyChord(.character("+"))),
      ("Control+Alt+T", KeyChord(.character("t"), [.control, .alt])), ("Esc", KeyChord(.escape)),
      ("Alt+Enter", KeyChord(.enter, .alt)), ("Alt+r", KeyChord(.character("r"))),
      ("Shift+?", KeyChord(.character("?"))), ("Key1073742085", KeyChord(.unknown(1_073_742_085))),
    ])
  func reading(text: String, chord: KeyChord) { #expect(KeyChord(text) == chord) }

  @Test("What is no key is none", arguments: ["", "Ctrl+", "Hyper+x", "F25", "Rightt", "ab", " "])
  func refusing(text: String) { #expect(KeyChord(text) == nil) }

  @Test("Every key of the table is written so that it reads back")
  func roundTrip() {
    for binding in KeyBindings().bindings { #expect(KeyChord(binding.chord.text) == binding.chord) }
  }
}
