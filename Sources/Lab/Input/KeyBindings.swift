import Stage

/// The whole key map: one table, in the order in which lists of keys show it.
public struct KeyBindings: Equatable, Sendable {
  public private(set) var bindings: [KeyBinding] = []
  /// Where in `bindings` a key of a place is.
  private var indices: [Spot: Int] = [:]
  /// Where in `bindings` all keys of a place are.
  private var indicesOfPlace: [KeyContext?: [Int]] = [:]

  private struct Spot: Hashable {
    var place: KeyContext?
    var key: Key
    var modifiers: Modifiers
  }
  /// A character alone does nothing: it needs Alt, for those whose hands or voices press keys unmeant.
  public var lettersOff = false

  public init() {
    addSteps()
    addStops()
    addEndsAndSpeed()
    addLive()
    addMenu()
    addParts()
    addSearches()
    addStopList()
    addBookmarks()
    addLooks()
    addRings()
    addOverlays()
    addBeginningToEdit()
    addBranching()
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
    if place.takesText, key.typesText(with: modifiers) { return nil }
    var modifiers = modifiers
    // Where "+" needs Shift depends on the keyboard.
    if case .character(let character) = key {
      if !character.isLetter { modifiers.subtract(.shift) }
      if !modifiers.contains(.control) {
        if lettersOff, !modifiers.contains(.alt) { return nil }
        modifiers.subtract(.alt)
      }
    }
    guard let found = index(for: key, modifiers, in: place).map({ bindings[$0] }), found.repeats || !isRepeat
    else { return nil }
    return found.action
  }

  /// A key of this place goes before the same key of a wider one.
  private func index(for key: Key, _ modifiers: Modifiers, in place: KeyContext) -> Int? {
    for here in places(from: place) {
      if let index = indices[Spot(place: here, key: key, modifiers: modifiers)] { return index }
    }
    return nil
  }

  /// The bindings that work in a place, in the order of the table.
  public func bindings(in place: KeyContext) -> [KeyBinding] {
    places(from: place).flatMap { indicesOfPlace[$0] ?? [] }.filter { works($0, in: place) }
      .map { bindings[$0] }
  }

  /// The first key that does something in a place; nil where none does.
  func binding(doing action: Action, in place: KeyContext) -> KeyBinding? {
    for here in places(from: place) {
      for index in indicesOfPlace[here] ?? []
      where bindings[index].action == action && works(index, in: place) { return bindings[index] }
    }
    return nil
  }

  /// Whether a key means in a place what it stands for, and is not taken as text or by a narrower place.
  private func works(_ index: Int, in place: KeyContext) -> Bool {
    let (key, modifiers) = (bindings[index].key, bindings[index].modifiers)
    return self.index(for: key, modifiers, in: place) == index
      && !(place.takesText && key.typesText(with: modifiers))
  }

  /// Where keys come from in a place: its own first, those that work everywhere last.
  private func places(from place: KeyContext) -> [KeyContext?] {
    [place] + (place.wider.map { [$0] } ?? []) + [nil]
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
    (indices, indicesOfPlace) = ([:], [:])
    for index in bindings.indices { note(index) }
  }

  private mutating func note(_ index: Int) {
    let spot = Spot(
      place: bindings[index].place, key: bindings[index].key, modifiers: bindings[index].modifiers)
    if indices[spot] == nil { indices[spot] = index }
    indicesOfPlace[spot.place, default: []].append(index)
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
