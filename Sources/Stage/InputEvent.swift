/// What a person did, in words that know neither SDL nor compaction. `Window` makes these from SDL's
/// events, `Lab`'s key bindings turn them into actions.
public enum InputEvent: Equatable, Sendable {
  case key(Key, Modifiers, isRepeat: Bool)
  /// Typed text, for entry fields only.
  case text(String)
  case pointerMoved(x: Float, y: Float, dragging: Bool)
  case pointerDown(x: Float, y: Float, button: PointerButton, clicks: Int)
  case pointerUp(x: Float, y: Float, button: PointerButton)
  /// Notches; positive is away from the person.
  case wheel(x: Float, y: Float, delta: Float, Modifiers)
  /// Size of the drawable, in pixels.
  case resized(width: Int, height: Int)
  case exposed
  /// The window has the keys, or another one.
  case focused(Bool)
  case closeRequested
  /// Something arrived in a mailbox.
  case wake
}

public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let shift = Modifiers(rawValue: 1)
  public static let control = Modifiers(rawValue: 2)
  public static let alt = Modifiers(rawValue: 4)
}

public enum PointerButton: Sendable { case left, middle, right }

/// A key by what it means (keysym), not by where it sits.
public enum Key: Hashable, Sendable {
  case character(Character)
  case left, right, up, down, pageUp, pageDown, home, end
  case space, enter, escape, tab, backspace, delete
  case function(Int)
  /// A key we have no name for, as the system reports it.
  case unknown(Int)
}
