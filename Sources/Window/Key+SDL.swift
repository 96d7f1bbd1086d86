import CSDL
import Stage

extension Key {
  /// The key that a keysym of SDL means; modifier keys alone are nil.
  init?(keysym: Int32) {
    if let key = Self.named[UInt32(bitPattern: keysym)] {
      self = key
    } else if Self.modifiers.contains(UInt32(bitPattern: keysym)) {
      return nil
    } else if keysym > 0x20, keysym < 0x4000_0000, let scalar = Unicode.Scalar(UInt32(keysym)) {
      self = .character(Character(scalar))
    } else {
      self = .unknown(Int(keysym))
    }
  }

  private static let named: [UInt32: Key] = {
    let keys: [(SDL_KeyCode, Key)] = [
      (SDLK_LEFT, .left), (SDLK_RIGHT, .right), (SDLK_UP, .up), (SDLK_DOWN, .down),
      (SDLK_PAGEUP, .pageUp), (SDLK_PAGEDOWN, .pageDown), (SDLK_HOME, .home), (SDLK_END, .end),
      (SDLK_SPACE, .space), (SDLK_RETURN, .enter), (SDLK_ESCAPE, .escape), (SDLK_TAB, .tab),
      (SDLK_BACKSPACE, .backspace), (SDLK_DELETE, .delete), (SDLK_KP_ENTER, .enter),
      (SDLK_KP_PLUS, .character("+")), (SDLK_KP_MINUS, .character("-")),
      (SDLK_KP_PERIOD, .character(".")), (SDLK_KP_DIVIDE, .character("/")),
    ]
    var named: [UInt32: Key] = [:]
    for (code, key) in keys { named[code.rawValue] = key }
    let digits = [
      SDLK_KP_0, SDLK_KP_1, SDLK_KP_2, SDLK_KP_3, SDLK_KP_4, SDLK_KP_5, SDLK_KP_6, SDLK_KP_7, SDLK_KP_8,
      SDLK_KP_9,
    ]
    for (digit, code) in digits.enumerated() { named[code.rawValue] = .character(Character("\(digit)")) }
    for number: UInt32 in 1...12 { named[SDLK_F1.rawValue + number - 1] = .function(Int(number)) }
    for number: UInt32 in 13...24 { named[SDLK_F13.rawValue + number - 13] = .function(Int(number)) }
    return named
  }()

  private static let modifiers: Set<UInt32> = Set(
    [
      SDLK_LSHIFT, SDLK_RSHIFT, SDLK_LCTRL, SDLK_RCTRL, SDLK_LALT, SDLK_RALT, SDLK_LGUI, SDLK_RGUI,
      SDLK_MODE, SDLK_CAPSLOCK, SDLK_NUMLOCKCLEAR, SDLK_SCROLLLOCK,
    ].map(\.rawValue))
}

extension Modifiers {
  /// The modifiers in an SDL key state.
  init(sdl state: UInt32) {
    self = []
    if state & KMOD_SHIFT.rawValue != 0 { insert(.shift) }
    if state & KMOD_CTRL.rawValue != 0 { insert(.control) }
    if state & KMOD_ALT.rawValue != 0 { insert(.alt) }
  }
}
