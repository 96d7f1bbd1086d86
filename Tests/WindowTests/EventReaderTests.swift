import CSDL
import Stage
import Testing

@testable import Window

@Suite("Reading events")
struct EventReaderTests {
  func keyDown(_ key: SDL_KeyCode, _ modifiers: SDL_Keymod = KMOD_NONE, isRepeat: Bool = false) -> SDL_Event {
    var event = SDL_Event()
    event.key.type = SDL_KEYDOWN.rawValue
    event.key.keysym.sym = Int32(bitPattern: key.rawValue)
    event.key.keysym.mod = UInt16(modifiers.rawValue)
    event.key.repeat = isRepeat ? 1 : 0
    return event
  }

  func typed(_ text: String) -> SDL_Event {
    var event = SDL_Event()
    event.text.type = SDL_TEXTINPUT.rawValue
    withUnsafeMutableBytes(of: &event.text.text) { $0.copyBytes(from: text.utf8) }
    return event
  }

  func moved(_ x: Int32, _ y: Int32, buttons: UInt32 = 0) -> SDL_Event {
    var event = SDL_Event()
    event.motion.type = SDL_MOUSEMOTION.rawValue
    (event.motion.x, event.motion.y, event.motion.state) = (x, y, buttons)
    return event
  }

  func events(_ sdl: SDL_Event..., pixelsPerUnit: Float = 1) -> [InputEvent] {
    var reader = EventReader(pixelsPerUnit: pixelsPerUnit, wakeType: 0x8000)
    for event in sdl { reader.read(event) }
    return reader.events
  }

  @Test("A key and its text belong together, whoever rings between them")
  func wakeBetween() {
    var ring = SDL_Event()
    ring.type = 0x8000
    #expect(
      events(keyDown(SDLK_d), ring, typed("d"))
        == [.key(.character("d"), [], isRepeat: false), .wake, .text("d")])
  }

  @Test("Keys keep their modifiers and say whether they repeat")
  func keys() {
    #expect(events(keyDown(SDLK_RIGHT, KMOD_LSHIFT)) == [.key(.right, .shift, isRepeat: false)])
    #expect(events(keyDown(SDLK_PAGEDOWN, isRepeat: true)) == [.key(.pageDown, [], isRepeat: true)])
    #expect(events(keyDown(SDLK_LEFT, KMOD_RCTRL)) == [.key(.left, .control, isRepeat: false)])
    #expect(events(keyDown(SDLK_F11)) == [.key(.function(11), [], isRepeat: false)])
    #expect(events(keyDown(SDLK_F13)) == [.key(.function(13), [], isRepeat: false)])
    #expect(events(keyDown(SDLK_KP_7)) == [.key(.character("7"), [], isRepeat: false)])
  }

  @Test("A modifier alone is no key, an unknown key keeps its number")
  func oddKeys() {
    #expect(events(keyDown(SDLK_LSHIFT), keyDown(SDLK_RCTRL)).isEmpty)
    let number = Int(SDLK_AUDIOPLAY.rawValue)
    #expect(events(keyDown(SDLK_AUDIOPLAY)) == [.key(.unknown(number), [], isRepeat: false)])
  }

  @Test("A letter with Shift stays the small letter with Shift")
  func letters() {
    #expect(
      events(keyDown(SDLK_z, KMOD_LSHIFT), typed("Z")) == [
        .key(.character("z"), .shift, isRepeat: false), .text("Z"),
      ])
    #expect(events(keyDown(SDLK_h), typed("h")) == [.key(.character("h"), [], isRepeat: false), .text("h")])
  }

  @Test("The layout decides which key is a question mark or a bracket")
  func layouts() {
    let questionMark: [InputEvent] = [.key(.character("?"), [], isRepeat: false), .text("?")]
    #expect(events(keyDown(SDLK_SLASH, KMOD_LSHIFT), typed("?")) == questionMark)
    let german = SDL_KeyCode(0xDF)
    #expect(events(keyDown(german, KMOD_RSHIFT), typed("?")) == questionMark)
    #expect(
      events(keyDown(SDLK_8, KMOD_RALT), typed("[")) == [
        .key(.character("["), [], isRepeat: false), .text("["),
      ])
  }

  @Test("Commands with Control or Alt type nothing")
  func commands() {
    #expect(
      events(keyDown(SDLK_c, KMOD_LCTRL), typed("c")) == [.key(.character("c"), .control, isRepeat: false)])
    #expect(events(keyDown(SDLK_b, KMOD_LALT), typed("b")) == [.key(.character("b"), .alt, isRepeat: false)])
  }

  @Test("Text without a key, from an input method, is the key as well")
  func inputMethod() {
    #expect(events(typed("?")) == [.key(.character("?"), [], isRepeat: false), .text("?")])
    #expect(events(typed("漢字")) == [.text("漢字")])
    #expect(events(keyDown(SDLK_SPACE), typed(" ")) == [.key(.space, [], isRepeat: false), .text(" ")])
  }

  @Test("Moves of the pointer in a row are one, in pixels, and others stay apart")
  func pointer() {
    var press = SDL_Event()
    press.button.type = SDL_MOUSEBUTTONDOWN.rawValue
    press.button.button = UInt8(SDL_BUTTON_LEFT)
    (press.button.x, press.button.y, press.button.clicks) = (5, 6, 2)
    #expect(
      events(moved(1, 1), moved(2, 3), press, moved(7, 8, buttons: 1), pixelsPerUnit: 2) == [
        .pointerMoved(x: 4, y: 6, dragging: false),
        .pointerDown(x: 10, y: 12, button: .left, clicks: 2),
        .pointerMoved(x: 14, y: 16, dragging: true),
      ])
  }

  @Test("Requests to close and wakes are reported once")
  func once() {
    var quit = SDL_Event()
    quit.type = SDL_QUIT.rawValue
    var wake = SDL_Event()
    wake.type = 0x8000
    #expect(events(quit, wake, quit, wake) == [.closeRequested, .wake])
  }
}
