import Stage
import Testing

@testable import Lab

@Suite("The key map")
struct KeyBindingsTests {
  let bindings = KeyBindings()

  @Test("No key means two things in one place", arguments: KeyContext.allCases)
  func unambiguous(place: KeyContext) {
    let own = bindings.bindings.filter { $0.place == place }
    let everywhere = bindings.bindings.filter { $0.place == nil }
    for group in [own, everywhere] {
      for (index, binding) in group.enumerated() {
        let same = group[(index + 1)...].filter { $0.key == binding.key && $0.modifiers == binding.modifiers }
        #expect(same.isEmpty, "\(binding.key) is bound to \(binding.name) and to \(same.map(\.name))")
      }
    }
  }

  @Test("Every binding is what its key does where it works")
  func reachable() {
    for binding in bindings.bindings {
      for place in KeyContext.allCases where binding.place == nil || binding.place == place {
        // Where text is typed, a letter is a letter.
        if place.takesText, binding.place == nil, binding.key.typesText(with: binding.modifiers) { continue }
        #expect(
          bindings.action(for: binding.key, binding.modifiers, in: place) == binding.action
            || bindings.bindings.contains { $0.place == place && $0.key == binding.key },
          "\(binding.name) in \(place)")
      }
    }
  }

  @Test("With letters off a character does nothing alone, and with Alt what it always does")
  func lettersOff() {
    var off = bindings
    off.lettersOff = true
    for binding in bindings.bindings {
      let place = binding.place ?? .run
      let usual = bindings.action(for: binding.key, binding.modifiers, in: place)
      if binding.key.types(with: binding.modifiers) {
        #expect(off.action(for: binding.key, binding.modifiers, in: place) == nil)
        for map in [off, bindings] {
          #expect(map.action(for: binding.key, binding.modifiers.union(.alt), in: place) == usual)
        }
      } else {
        #expect(off.action(for: binding.key, binding.modifiers, in: place) == usual)
      }
    }
  }

  @Test("The arrows step by the four sizes, both ways")
  func arrows() {
    let sizes: [(Modifiers, Action, Action)] = [
      ([], .stepping(.stepped(.page)), .stepping(.steppedBack(.page))),
      (.shift, .stepping(.stepped(.pageblock)), .stepping(.steppedBack(.pageblock))),
      (.alt, .stepping(.stepped(.phase)), .stepping(.steppedBack(.phase))),
      (.control, .stepping(.stepped(.event)), .stepping(.steppedBack(.event))),
    ]
    for (modifiers, forward, back) in sizes {
      #expect(bindings.action(for: .right, modifiers, in: .run) == forward)
      #expect(bindings.action(for: .left, modifiers, in: .run) == back)
    }
  }

  @Test("A held arrow steps on, a held remote does not skip stops")
  func holding() {
    #expect(bindings.action(for: .right, [], in: .run, isRepeat: true) == .stepping(.stepped(.page)))
    #expect(bindings.action(for: .pageDown, [], in: .run, isRepeat: true) == nil)
    #expect(bindings.action(for: .space, [], in: .run, isRepeat: true) == nil)
  }

  @Test("Text grows whether the keyboard has + with Shift or without")
  func plus() {
    #expect(bindings.action(for: .character("="), [.control, .shift], in: .run) == .viewing(.enlargedText))
    #expect(bindings.action(for: .character("+"), .control, in: .menu) == .viewing(.enlargedText))
    #expect(bindings.action(for: .character("+"), [], in: .run) == .stepping(.wentFaster))
  }

  @Test("No key but Ctrl+Q ends the program")
  func quitting() {
    let quitting = bindings.bindings.filter { $0.action == .quit }
    #expect(quitting.map(\.key) == [.character("q")])
    #expect(quitting.map(\.modifiers) == [.control])
  }

  @Test("Every key and what it does has words")
  func words() throws {
    let words = try Fixtures.content().words
    for binding in bindings.bindings {
      #expect(words.contains("keys.does.\(binding.name)"), "\(binding.name)")
      let name = KeyNames(words: words).name(binding)
      #expect(!name.contains("keyboard."), "\(name)")
    }
    for place in KeyContext.allCases { #expect(words.contains("keys.place.\(place.rawValue)")) }
  }

  @Test("The key line offers what works, and does it when it is clicked", arguments: [false, true])
  func hints(isPlaying: Bool) throws {
    var state = LabState()
    state.run = RunState(target: .source("anything"))
    state.run?.isPlaying = isPlaying
    let hints = bindings.hints(state, words: try Fixtures.content().words)
    #expect(hints.map(\.hint.key).first == "→")
    #expect(hints.contains { $0.hint.does == (isPlaying ? "pause" : "play") })
    for hint in hints { #expect(bindings.bindings(in: .run).contains { $0.action == hint.action }) }
  }
}
