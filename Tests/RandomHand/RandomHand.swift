import Canvas
import Lab
import Simulation
import Stage

/// Someone who presses, types, clicks, drags, scrolls and resizes without any sense; the same for the same
/// seed. What keys there are it takes from the program's own table.
struct RandomHand {
  private var generator: SeededGenerator
  /// The windows that it makes, in pixels.
  private static let sizes = [
    (1024, 640), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160),
  ]
  private static let texts = [
    "0x100010", "0", "879", "move", "fail", "ffffffffffffffffffff", "-1", "é", "🙂", "\u{301}", "%",
    "18446744073709551615",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A number from 0, below `limit`.
  mutating func number(below limit: Int) -> Int { Int(generator.next() % UInt64(max(limit, 1))) }

  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[number(below: values.count)]
  }

  /// What it does next, as the window would report it, by frames: nobody types two letters in one.
  mutating func next(_ state: LabState) -> [[InputEvent]] {
    if number(below: 20) == 0, let text = pick(Self.texts) { return type(text) }
    return [act(state)]
  }

  private mutating func act(_ state: LabState) -> [InputEvent] {
    switch number(below: 95) {
    case ..<55: return press(pick(state.bindings.bindings(in: state.place)))
    case ..<63: return press(pick(state.bindings.bindings))
    case ..<79:
      let (x, y) = place(state)
      return [.pointerDown(x: x, y: y, button: button, clicks: 1), .pointerUp(x: x, y: y, button: .left)]
    case ..<84: return drag(state)
    case ..<90:
      let (x, y) = place(state)
      return [.wheel(x: x, y: y, delta: Float(number(below: 9) - 4) / 2, modifiers)]
    case ..<93:
      let (width, height) = pick(Self.sizes) ?? (1280, 720)
      return [.resized(width: width, height: height), .exposed]
    default: return [.key(.unknown(number(below: 1000)), modifiers, isRepeat: number(below: 2) == 0), .wake]
    }
  }

  private var modifiers: Modifiers {
    mutating get { Modifiers(rawValue: UInt8(number(below: 8))) }
  }
  private var button: PointerButton {
    mutating get { pick([.left, .left, .left, .middle, .right]) ?? .left }
  }

  /// Inside of the window, at its edge, or beyond.
  private mutating func place(_ state: LabState) -> (x: Float, y: Float) {
    (Float(number(below: state.width + 8) - 4), Float(number(below: state.height + 8) - 4))
  }

  private mutating func press(_ binding: KeyBinding?) -> [InputEvent] {
    guard let binding, binding.action != .quit else { return [] }
    var events: [InputEvent] = [.key(binding.key, binding.modifiers, isRepeat: number(below: 4) == 0)]
    if case .character(let character) = binding.key, binding.modifiers.isEmpty {
      events.append(.text(String(character)))
    }
    return events
  }

  private func type(_ text: String) -> [[InputEvent]] {
    text.map { [.key(.character($0), [], isRepeat: false), .text(String($0))] }
  }

  private mutating func drag(_ state: LabState) -> [InputEvent] {
    let (x, y) = place(state)
    var events: [InputEvent] = [.pointerDown(x: x, y: y, button: .left, clicks: 1)]
    for _ in 0...number(below: 4) {
      let (x, y) = place(state)
      events.append(.pointerMoved(x: x, y: y, dragging: true))
    }
    // The button is let go outside of the window, or never.
    if number(below: 8) > 0 { events.append(.pointerUp(x: x, y: y, button: .left)) }
    return events
  }
}
