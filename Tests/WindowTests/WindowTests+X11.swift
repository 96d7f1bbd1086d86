import CSDL
import Canvas
import Foundation
import Stage
import Surroundings
import Testing
import Window

extension WindowTests {
  /// A window on a private X server, with the keyboard's focus.
  @MainActor
  final class X11Window {
    let window: Window
    let display: PrivateDisplay

    init(_ display: PrivateDisplay) throws {
      self.display = display
      setenv("DISPLAY", display.name, 1)
      SDL_SetHintWithPriority("SDL_VIDEODRIVER", "x11", SDL_HINT_OVERRIDE)
      window = try Window(title: "X11 test", applicationID: "x11-test", glyphs: NoGlyphs())
      let identifier = try display.xdotool("search", "--sync", "--name", "X11 test")
        .split(separator: "\n").last.map(String.init)
      try display.xdotool("windowfocus", "--sync", #require(identifier))
      try display.xdotool("mousemove", "--sync", "5", "5")
      while try !window.waitEvents(atMost: .milliseconds(50)).isEmpty {}
    }

    /// Waits until `expected` has happened, and returns everything that happened until then.
    func events(until expected: InputEvent) throws -> [InputEvent] {
      var all: [InputEvent] = []
      for _ in 0..<100 where !all.contains(expected) {
        all += try window.waitEvents(atMost: .milliseconds(100))
      }
      return all
    }
  }

  /// The window is gone before its display is: without one, the X library ends the process.
  func withX11Window(_ body: (X11Window) throws -> Void) throws {
    let display = try PrivateDisplay()
    try body(X11Window(display))
    display.stop()
  }

  nonisolated static let noDisplay: Comment = "needs Xvfb and xdotool: sudo apt install xvfb xdotool"

  @Test("Real keys arrive with their modifiers", .enabled(if: PrivateDisplay.missing().isEmpty, noDisplay))
  func realKeys() throws {
    try withX11Window { x11 in
      try x11.display.xdotool(
        "key", "Right", "shift+Left", "ctrl+Next", "question", "z", "shift+z", "F11", "space")
      let keys = try x11.events(until: .key(.space, [], isRepeat: false)).filter {
        if case .key = $0 { return true }
        return false
      }
      #expect(
        keys == [
          .key(.right, [], isRepeat: false), .key(.left, .shift, isRepeat: false),
          .key(.pageDown, .control, isRepeat: false), .key(.character("?"), [], isRepeat: false),
          .key(.character("z"), [], isRepeat: false), .key(.character("z"), .shift, isRepeat: false),
          .key(.function(11), [], isRepeat: false), .key(.space, [], isRepeat: false),
        ])
    }
  }

  @Test("A real mouse clicks, drags and scrolls", .enabled(if: PrivateDisplay.missing().isEmpty, noDisplay))
  func realMouse() throws {
    try withX11Window { x11 in
      let window = try x11.display.xdotool("getwindowfocus").trimmingCharacters(in: .whitespacesAndNewlines)
      try x11.display.xdotool("mousemove", "--window", window, "100", "200", "click", "1", "click", "4")
      let wheel = InputEvent.wheel(x: 100, y: 200, delta: 1, [])
      let events = try x11.events(until: wheel)
      #expect(events.contains(.pointerDown(x: 100, y: 200, button: .left, clicks: 1)))
      #expect(events.contains(.pointerUp(x: 100, y: 200, button: .left)))
      #expect(events.contains(wheel))
      try x11.display.xdotool("mousedown", "1", "mousemove", "--window", window, "150", "210", "mouseup", "1")
      let dragged = InputEvent.pointerMoved(x: 150, y: 210, dragging: true)
      #expect(try x11.events(until: dragged).contains(dragged))
    }
  }

  @Test(
    "A window that was resized is drawn whole at its new size",
    .enabled(if: PrivateDisplay.missing().isEmpty, noDisplay))
  func realResize() throws {
    try withX11Window { x11 in
      try x11.window.show(list())
      let window = try x11.display.xdotool("getwindowfocus").trimmingCharacters(in: .whitespacesAndNewlines)
      try x11.display.xdotool("windowsize", window, "1500", "900")
      let resized = InputEvent.resized(width: 1500, height: 900)
      #expect(try x11.events(until: resized).contains(resized))
      #expect(try x11.window.show(list()).map(\.area) == [1500 * 900])
      #expect(try x11.window.show(list()).isEmpty)
    }
  }

  @Test(
    "Without a window manager, too, a window fills the screen and comes back as it was",
    .enabled(if: PrivateDisplay.missing().isEmpty, noDisplay))
  func fillsBareScreen() throws {
    try withX11Window { x11 in
      let (width, height) = (x11.window.width, x11.window.height)
      let geometry = try x11.display.xdotool("getdisplaygeometry").split(separator: " ").compactMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      let screen = InputEvent.resized(
        width: try #require(geometry.first), height: try #require(geometry.last))
      x11.window.isFullScreen = true
      #expect(try x11.events(until: screen).contains(screen))
      #expect(x11.window.isFullScreen)
      // The window itself, not what the program takes it for.
      let window = try x11.display.xdotool("getwindowfocus").trimmingCharacters(in: .whitespacesAndNewlines)
      let shown = try x11.display.xdotool("getwindowgeometry", window)
      #expect(shown.contains("\(geometry[0])x\(geometry[1])") && shown.contains("Position: 0,0"), "\(shown)")
      x11.window.isFullScreen = false
      let before = InputEvent.resized(width: width, height: height)
      #expect(try x11.events(until: before).contains(before))
      #expect(!x11.window.isFullScreen)
    }
  }
}
