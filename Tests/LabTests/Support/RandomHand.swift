import Stage

@testable import Lab

/// Somebody who presses keys, clicks, turns the wheel and resizes the window without looking.
struct RandomHand {
  private var generator: SplitMix64
  private let chords: [(Key, Modifiers)]
  private var size = (width: 1280, height: 720)

  /// - Parameter bindings: the keys that do something, pressed more often than others.
  init(seed: UInt64, bindings: KeyBindings) {
    generator = SplitMix64(seed: seed)
    chords = bindings.bindings.filter { !$0.opensOrSavesFiles }.map { ($0.key, $0.modifiers) }
  }

  /// What the hand does next: text goes with its key.
  mutating func next() -> [InputEvent] {
    let (x, y) = (Float(random(size.width)), Float(random(size.height)))
    switch random(100) {
    case 0:
      let sizes = [(1024, 640), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (640, 400), (3840, 300)]
      size = sizes[random(sizes.count)]
      return [.resized(width: size.width, height: size.height)]
    case 1..<15: return [.pointerDown(x: x, y: y, button: .left, clicks: 1)]
    case 15..<20: return [.pointerMoved(x: x, y: y, dragging: random(2) == 0)]
    case 20..<24: return [.pointerUp(x: x, y: y, button: .left)]
    case 24..<28: return [.wheel(x: x, y: y, delta: Float(random(5)) - 2, random(4) == 0 ? .control : [])]
    case 28..<36:
      let character = Character(Unicode.Scalar(UInt8(0x20 + random(0x5f))))
      return [.key(.character(character), [], isRepeat: false), .text(String(character))]
    default:
      let (key, modifiers) = chords[random(chords.count)]
      return [.key(key, modifiers, isRepeat: random(4) == 0)]
    }
  }

  private mutating func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
}

extension KeyBinding {
  /// What goes beyond the window.
  fileprivate var opensOrSavesFiles: Bool {
    modifiers == .control && [.character("s"), .character("o")].contains(key)
  }
}
