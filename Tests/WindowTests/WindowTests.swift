import CSDL
import Canvas
import Foundation
import Stage
import Testing
import Window

/// One after the other: there is one SDL in the process.
@MainActor
@Suite("A window", .serialized)
struct WindowTests {
  let ink = Color(argb: 0xFFFF_B938)

  /// A window of SDL's driver without a screen.
  func openWindow() throws -> Window {
    SDL_SetHintWithPriority("SDL_VIDEODRIVER", "dummy", SDL_HINT_OVERRIDE)
    return try Window(title: "Test", applicationID: "test", glyphs: NoGlyphs())
  }

  func list(_ rects: Rect...) -> DrawList {
    var list = DrawList()
    list.fill(Rect(x: 0, y: 0, width: 4000, height: 3000), Color(argb: 0xFF0A_0E12))
    for rect in rects { list.fill(rect, ink) }
    return list
  }

  @Test("It opens and shows what it is given, drawing only what changed")
  func shows() throws {
    let window = try openWindow()
    // As large as asked for, if the driver's screen is.
    #expect(window.width >= 1024 && window.width <= 1280 && window.height == 720)
    #expect(try window.show(list()).map(\.area) == [window.width * 720])
    let drawn = try window.show(list(Rect(x: 10, y: 20, width: 30, height: 40)))
    #expect(drawn == [PixelRect(minX: 10, minY: 20, maxX: 40, maxY: 60)])
    #expect(window.image.pixels[25 * window.width + 15] == ink.argb)
    #expect(try window.show(list(Rect(x: 10, y: 20, width: 30, height: 40))).isEmpty)
  }

  @Test("A wake from another thread ends the wait, and many wakes are one event")
  func wakes() throws {
    let window = try openWindow()
    _ = try window.waitEvents(atMost: .zero)
    let waker = window.waker
    Thread.detachNewThread { for _ in 0..<100 { waker.wake() } }
    var events: [InputEvent] = []
    while events.isEmpty { events = try window.waitEvents(atMost: .seconds(5)) }
    #expect(events.filter { $0 == .wake }.count == 1)
    waker.wake()
    #expect(try window.waitEvents(atMost: .seconds(5)).contains(.wake))
  }

  @Test("Waiting ends when the time is over")
  func timeout() throws {
    let window = try openWindow()
    while try !window.waitEvents(atMost: .milliseconds(1)).isEmpty {}
    #expect(try window.waitEvents(atMost: .milliseconds(1)).isEmpty)
  }

  @Test("A change of size is reported once, with new memory that is drawn whole")
  func resizes() throws {
    let window = try openWindow()
    try window.show(list())
    _ = try window.waitEvents(atMost: .zero)
    try resize(1400, 800)
    try resize(1600, 900)
    #expect(try sizesTold(by: window) == [.resized(width: 1600, height: 900)])
    #expect(try window.show(list()).map(\.area) == [1600 * 900])
  }

  @Test("A picture shown before the change of size is heard of leaves the change to be reported")
  func showsWhileResized() throws {
    let window = try openWindow()
    try window.show(list())
    _ = try window.waitEvents(atMost: .zero)
    try resize(1600, 900)
    try window.show(list(Rect(x: 10, y: 20, width: 30, height: 40)))
    #expect(try sizesTold(by: window) == [.resized(width: 1600, height: 900)])
  }

  private func resize(_ width: Int32, _ height: Int32) throws {
    let window = try #require((1...1000).lazy.compactMap { SDL_GetWindowFromID($0) }.first)
    SDL_SetWindowSize(window, width, height)
  }

  private func sizesTold(by window: Window) throws -> [InputEvent] {
    try window.waitEvents(atMost: .seconds(1)).filter { if case .resized = $0 { true } else { false } }
  }

  @Test(
    "A request to end from the system closes, and is told apart from a closed window",
    arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func interrupted(signal: Int32) throws {
    let window = try openWindow()
    #expect(!window.isInterrupted)
    kill(getpid(), signal)
    var events: [InputEvent] = []
    while !events.contains(.closeRequested) { events = try window.waitEvents(atMost: .seconds(5)) }
    #expect(window.isInterrupted)
  }

  @Test("Closing asks once and interrupts nothing")
  func closes() throws {
    let window = try openWindow()
    var event = SDL_Event()
    event.type = SDL_QUIT.rawValue
    SDL_PushEvent(&event)
    SDL_PushEvent(&event)
    #expect(try window.waitEvents(atMost: .seconds(5)).filter { $0 == .closeRequested }.count == 1)
    #expect(!window.isInterrupted)
  }

  @Test("Text can be copied, titles changed, and the screen filled")
  func desktop() throws {
    let window = try openWindow()
    #expect(window.copyToClipboard("425 of 985"))
    window.title = "Other"
    #expect(window.title == "Other")
    #expect(!window.isFullScreen)
    window.isFullScreen = true
    #expect(window.isFullScreen)
  }

  @Test("Without a screen the error is one line that says what to do")
  func noDisplay() throws {
    SDL_SetHintWithPriority("SDL_VIDEODRIVER", "no such driver", SDL_HINT_OVERRIDE)
    #expect {
      try Window(title: "Test", applicationID: "test", glyphs: NoGlyphs())
    } throws: { error in
      "\(error)".contains("DISPLAY") && "\(error)".contains("render") && !"\(error)".contains("\n")
    }
  }
}
