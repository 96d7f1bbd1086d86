import Simulation
import Stage

/// The whole key map: one table.
public struct KeyBindings: Equatable, Sendable {
  public private(set) var bindings: [KeyBinding] = []
  /// Where in `bindings` a key of a place is.
  private var indices: [Spot: Int] = [:]

  private struct Spot: Hashable {
    var place: KeyContext?
    var key: Key
    var modifiers: Modifiers
  }
  /// A character alone does nothing: it needs Alt, for those whose hands or voices press keys unmeant.
  public var lettersOff = false

  public init() {
    addRun()
    addMenu()
    addInquiries()
    addEditing()
    addSaving()
    addPresenting()
    addZooming()
    addProgram()
    addSheets()
  }

  /// What a key means now; nil for a key that means nothing here, or that is held down where holding
  /// must not go on. A character with Alt means what it means alone.
  public func action(
    for key: Key, _ modifiers: Modifiers, in place: KeyContext, isRepeat: Bool = false
  ) -> Action? {
    var modifiers = modifiers
    // Where "+" needs Shift depends on the keyboard.
    if case .character(let character) = key {
      if !character.isLetter { modifiers.subtract(.shift) }
      if !modifiers.contains(.control) {
        if lettersOff, !modifiers.contains(.alt) { return nil }
        modifiers.subtract(.alt)
      }
    }
    guard let found = binding(for: key, modifiers, in: place), found.repeats || !isRepeat else { return nil }
    return found.action
  }

  /// A key of this place goes before the same key of a wider one.
  private func binding(for key: Key, _ modifiers: Modifiers, in place: KeyContext) -> KeyBinding? {
    let found = places(from: place).lazy.compactMap { here in
      self.indices[Spot(place: here, key: key, modifiers: modifiers)]
    }.first
    guard let found else { return nil }
    if place.takesText, bindings[found].place == nil, key.types(with: modifiers) { return nil }
    return bindings[found]
  }

  /// The bindings that work in a place, in the order of the table.
  public func bindings(in place: KeyContext) -> [KeyBinding] {
    places(from: place).flatMap { here in bindings.filter { $0.place == here } }
      .filter { binding(for: $0.key, $0.modifiers, in: place) == $0 }
  }

  /// Where keys come from in a place: its own first, those that work everywhere last.
  private func places(from place: KeyContext) -> [KeyContext?] {
    [place] + (place.wider.map { [$0] } ?? []) + [nil]
  }

  private mutating func addRun() {
    let sizes: [(Modifiers, StepSize, String)] = [
      ([], .page, "step"), (.shift, .pageblock, "pageblock"), (.alt, .phase, "phase"),
      (.control, .event, "event"),
    ]
    for (modifiers, size, name) in sizes {
      add(.run, [.right], with: modifiers, .stepped(size), name, repeats: true)
    }
    for (modifiers, size, name) in sizes {
      add(.run, [.left], with: modifiers, .steppedBack(size), name + "-back", repeats: true)
    }
    add(.run, [.character(".")], .stepped(.page), "step", repeats: true)
    add(.run, [.character(",")], .steppedBack(.page), "step-back", repeats: true)
    add(.run, [.space], .toggledPlaying, "play")
    add(.run, [.pageDown], .wentToNextStop, "next-stop")
    add(.run, [.pageUp], .wentToPreviousStop, "previous-stop")
    add(.run, [.home, .character("r")], .wentToStart, "start")
    add(.run, [.end], .wentToEnd, "end")
    add(.run, [.character("+"), .character("=")], .wentFaster, "faster", repeats: true)
    add(.run, [.character("-")], .wentSlower, "slower", repeats: true)
    add(.run, [.character("0")], .tookNormalSpeed, "normal-speed")
    add(.run, [.character("l")], .toggledLive, "live")
  }

  private mutating func addMenu() {
    add(.menu, [.down, .right], .choseNext, "choose-next", repeats: true)
    add(.menu, [.up, .left], .chosePrevious, "choose-previous", repeats: true)
    add(.menu, [.enter, .space, .pageDown], .openedChosen, "open")
    for digit in 1...9 {
      add(.menu, [.character(Character("\(digit)"))], .openedLesson(digit), "open-numbered")
    }
  }

  private mutating func addProgram() {
    add(nil, [.character("+"), .character("=")], with: .control, .enlargedText, "larger-text", repeats: true)
    add(nil, [.character("-")], with: .control, .reducedText, "smaller-text", repeats: true)
    add(nil, [.character("0")], with: .control, .tookNormalText, "normal-text")
    add(nil, [.function(11), .character("f")], .toggledFullScreen, "full-screen")
    add(nil, [.enter], with: .alt, .toggledFullScreen, "full-screen")
    add(nil, [.character("c")], with: .control, .copied, "copy")
    add(nil, [.function(12)], .savedPicture, "save-picture")
    add(nil, [.escape], .closedTopmost, "close")
    add(nil, [.character("q")], with: .control, .quit, "quit")
  }

  /// Gives what a name stands for in a place the keys that are named, and takes all others from it.
  mutating func rebind(_ name: String, in place: KeyContext?, to chords: [KeyChord]) {
    guard let index = bindings.firstIndex(where: { $0.place == place && $0.name == name }) else { return }
    let usual = bindings[index]
    bindings.removeAll { $0.place == place && $0.name == name }
    let own = chords.map { chord in
      var binding = usual
      (binding.key, binding.modifiers) = (chord.key, chord.modifiers)
      return binding
    }
    bindings.insert(contentsOf: own, at: index)
    indices = [:]
    for index in bindings.indices { note(index) }
  }

  private mutating func note(_ index: Int) {
    let spot = Spot(
      place: bindings[index].place, key: bindings[index].key, modifiers: bindings[index].modifiers)
    if indices[spot] == nil { indices[spot] = index }
  }

  mutating func add(
    _ place: KeyContext?, _ keys: [Key], with modifiers: Modifiers = [], _ action: Action, _ name: String,
    repeats: Bool = false
  ) {
    for key in keys {
      bindings.append(
        KeyBinding(
          key: key, modifiers: modifiers, action: action, place: place, name: name, repeats: repeats))
      note(bindings.count - 1)
    }
  }
}
