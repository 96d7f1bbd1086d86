import Stage

/// A key and what it does. Help, the key line and the tests are made from the one table of these.
public struct KeyBinding: Equatable, Sendable {
  public var key: Key
  public var modifiers: Modifiers
  public var action: Action
  /// Where it works; nil is everywhere.
  public var place: KeyContext?
  /// What it does, in a word or two: a key of the catalogue below `keys.does`.
  public var name: String
  /// Whether holding the key goes on and on.
  public var repeats: Bool
}

extension Key {
  /// Whether it types a character where text is typed.
  func types(with modifiers: Modifiers) -> Bool {
    guard case .character = self else { return false }
    return !modifiers.contains(.control)
  }

  /// The same, or a space.
  func typesText(with modifiers: Modifiers) -> Bool {
    types(with: modifiers) || self == .space && !modifiers.contains(.control)
  }
}
