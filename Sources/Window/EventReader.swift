import CSDL
import Stage

/// Turns SDL's events into ours, in their order, without those that later ones make pointless.
struct EventReader {
  /// Pixels of the drawable for each unit in which SDL reports the pointer.
  let pixelsPerUnit: Float
  let wakeType: UInt32
  private(set) var events: [InputEvent] = []
  /// The size changed, or the display: the memory to draw in is another one.
  private(set) var isResized = false
  /// The system lost pixels that had been presented.
  private(set) var isExposed = false
  /// The system lost textures, too.
  private(set) var hasLostMemory = false
  /// Where the key is among the events that may have typed the text that follows: the last that somebody did.
  private var keyAwaitingText: Int?

  init(pixelsPerUnit: Float, wakeType: UInt32) {
    self.pixelsPerUnit = pixelsPerUnit
    self.wakeType = wakeType
  }

  mutating func read(_ event: SDL_Event) {
    // Another thread may ring between a key and its text.
    if event.type == wakeType { return append(once: .wake) }
    let key = keyAwaitingText
    keyAwaitingText = nil
    switch SDL_EventType(event.type) {
    case SDL_QUIT: append(once: .closeRequested)
    case SDL_KEYDOWN: keyDown(event.key)
    case SDL_TEXTINPUT: text(event.text, ofKeyAt: key)
    case SDL_MOUSEMOTION: pointerMoved(event.motion)
    case SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP: pointerButton(event.button)
    case SDL_MOUSEWHEEL: wheel(event.wheel)
    case SDL_WINDOWEVENT: window(event.window)
    case SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET: (hasLostMemory, isExposed) = (true, true)
    default: break
    }
  }

  private mutating func append(once event: InputEvent) {
    if !events.contains(event) { events.append(event) }
  }

  private mutating func keyDown(_ event: SDL_KeyboardEvent) {
    guard let key = Key(keysym: event.keysym.sym) else { return }
    let modifiers = Modifiers(sdl: UInt32(event.keysym.mod))
    events.append(.key(key, modifiers, isRepeat: event.repeat != 0))
    keyAwaitingText = events.count - 1
  }

  private mutating func text(_ event: SDL_TextInputEvent, ofKeyAt index: Int?) {
    let text = withUnsafeBytes(of: event.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    guard !text.isEmpty else { return }
    if let index, case .key(.character(let plain), let modifiers, let isRepeat) = events[index] {
      // A command, although the system says what it would have typed.
      if modifiers.contains(.control) || modifiers.contains(.alt) && text == String(plain) { return }
      if let typed = TypedCharacter(text, with: modifiers) {
        events[index] = .key(typed.key, typed.modifiers, isRepeat: isRepeat)
      }
    } else if index == nil, let typed = TypedCharacter(text, with: []) {
      // Text from an input method, which kept the key for itself.
      events.append(.key(typed.key, typed.modifiers, isRepeat: false))
    }
    events.append(.text(text))
  }

  private mutating func pointerMoved(_ event: SDL_MouseMotionEvent) {
    let moved = InputEvent.pointerMoved(
      x: Float(event.x) * pixelsPerUnit, y: Float(event.y) * pixelsPerUnit, dragging: event.state != 0)
    if case .pointerMoved? = events.last {
      events[events.count - 1] = moved
    } else {
      events.append(moved)
    }
  }

  private mutating func pointerButton(_ event: SDL_MouseButtonEvent) {
    let buttons: [Int32: PointerButton] = [
      SDL_BUTTON_LEFT: .left, SDL_BUTTON_MIDDLE: .middle, SDL_BUTTON_RIGHT: .right,
    ]
    guard let button = buttons[Int32(event.button)] else { return }
    let (x, y) = (Float(event.x) * pixelsPerUnit, Float(event.y) * pixelsPerUnit)
    if event.type == SDL_MOUSEBUTTONDOWN.rawValue {
      events.append(.pointerDown(x: x, y: y, button: button, clicks: Int(event.clicks)))
    } else {
      events.append(.pointerUp(x: x, y: y, button: button))
    }
  }

  private mutating func wheel(_ event: SDL_MouseWheelEvent) {
    var (x, y): (Int32, Int32) = (0, 0)
    SDL_GetMouseState(&x, &y)
    let sign: Float = event.direction == SDL_MOUSEWHEEL_FLIPPED.rawValue ? -1 : 1
    events.append(
      .wheel(
        x: Float(x) * pixelsPerUnit, y: Float(y) * pixelsPerUnit, delta: event.preciseY * sign,
        Modifiers(sdl: SDL_GetModState().rawValue)))
  }

  private mutating func window(_ event: SDL_WindowEvent) {
    switch SDL_WindowEventID(UInt32(event.event)) {
    case SDL_WINDOWEVENT_SIZE_CHANGED, SDL_WINDOWEVENT_DISPLAY_CHANGED: (isResized, isExposed) = (true, true)
    case SDL_WINDOWEVENT_EXPOSED, SDL_WINDOWEVENT_SHOWN, SDL_WINDOWEVENT_RESTORED: isExposed = true
    case SDL_WINDOWEVENT_CLOSE: append(once: .closeRequested)
    case SDL_WINDOWEVENT_FOCUS_GAINED: events.append(.focused(true))
    case SDL_WINDOWEVENT_FOCUS_LOST: events.append(.focused(false))
    case SDL_WINDOWEVENT_LEAVE: events.append(.pointerMoved(x: -1, y: -1, dragging: false))
    default: break
    }
  }
}
