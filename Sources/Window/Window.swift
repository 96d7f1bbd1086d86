import CSDL
import Canvas
import Stage

/// The program's window: shows draw lists, and says what a person did. All sizes and places are pixels of
/// the drawable, of which a window on a dense screen has more than units of its size.
@MainActor
public final class Window {
  /// Ends `waitEvents` from any thread.
  public nonisolated let waker = Waker()

  private let handle: WindowHandle
  private let glyphs: any GlyphSource
  private let presenter: any Presenter
  private var picture: RetainedSurface
  /// All of the picture must go to the screen, whether it changed or not.
  private var isExposed = true
  /// Nothing was brought on the screen since the size changed.
  private var isResized = false
  /// It has left the full screen for another display, and has not been seen as a window yet. A desktop that has
  /// seen nothing of it takes the wish to fill the next display for one that is fulfilled.
  public private(set) var isOnItsWay = false
  /// The size that was last told. Memory of a new size may be there before SDL says that the size changed.
  private var sizeTold: (width: Int, height: Int)

  /// Opens a window of `width` by `height` units, at least 1024x640, or as large as the screen lets it be.
  /// `applicationID` is the name under which the desktop knows the program.
  public init(
    title: String, applicationID: String, width: Int = 1280, height: Int = 720, glyphs: any GlyphSource
  ) throws(WindowError) {
    handle = try WindowHandle(title: title, width: width, height: height, applicationID: applicationID)
    self.glyphs = glyphs
    presenter = try handle.makePresenter()
    picture = try RetainedSurface(presenter.makeSurface(), glyphs: glyphs)
    sizeTold = (picture.surface.width, picture.surface.height)
    Interruption.watch { [waker] in waker.wake() }
  }

  deinit {
    Interruption.stopWatching()
    waker.close()
  }

  /// The way in which a window would reach the screen (`x11`, `wayland`, …), without opening one.
  public static func probeDisplay() throws(WindowError) -> String {
    try VideoSystem(applicationID: "").driver
  }

  /// Size of the drawable in pixels.
  public var width: Int { picture.surface.width }
  public var height: Int { picture.surface.height }

  /// Draws what differs from the list shown before, and brings only that on the screen. Returns the areas
  /// that were drawn: none if nothing changed.
  @discardableResult
  public func show(_ list: DrawList) throws(WindowError) -> [PixelRect] {
    let drawn = picture.show(list)
    let presented = isExposed ? [picture.surface.area] : drawn
    guard !presented.isEmpty, !picture.surface.area.isEmpty else { return drawn }
    isExposed = false
    if present(presented) { return drawn }
    // The memory was lost or is of another size by now.
    try renewMemory()
    let redrawn = picture.show(list)
    isExposed = !present(redrawn)
    return redrawn
  }

  /// Brings these areas on the screen; false if new memory must be asked for.
  private func present(_ areas: [PixelRect]) -> Bool {
    guard presenter.present(areas, of: picture.surface) else { return false }
    guard isResized else { return true }
    (isResized, isOnItsWay) = (false, false)
    return handle.appliesSizeLate ? presenter.present(areas, of: picture.surface) : true
  }

  /// A copy of what the window shows.
  public var image: Image { picture.surface.image }

  /// Waits until something happens, at most `limit` (nil: for ever), and returns all that happened
  /// since the last call; empty if time ran out. Any number of changes of size, and of moves of the
  /// pointer in a row, are one. A pointer that left the window is at (-1, -1).
  public func waitEvents(atMost limit: Duration? = nil) throws(WindowError) -> [InputEvent] {
    var reader = EventReader(
      pixelsPerUnit: handle.pixelsPerUnit(drawableWidth: width), wakeType: waker.eventType)
    var event = SDL_Event()
    guard SDL_WaitEventTimeout(&event, limit?.milliseconds ?? -1) != 0 else { return [] }
    repeat { reader.read(event) } while SDL_PollEvent(&event) != 0
    return try follow(reader)
  }

  /// A signal from the terminal or the system asked the program to end; `waitEvents` reports it as
  /// `closeRequested`.
  public var isInterrupted: Bool { Interruption.hasArrived }

  /// The whole screen, without changing its resolution.
  public var isFullScreen: Bool {
    get { handle.isFullScreen }
    set { handle.isFullScreen = newValue }
  }

  /// Moves the window to the next display; false where there is none. A window that fills a display may have to
  /// leave the full screen for that, and fills the next one when it is asked to as soon as it is not on its way
  /// any more.
  @discardableResult
  public func moveToNextDisplay() -> Bool {
    let filled = isFullScreen
    guard handle.moveToNextDisplay() else { return false }
    isOnItsWay = filled && !isFullScreen
    return true
  }

  public var title: String {
    get { handle.title }
    set { handle.title = newValue }
  }

  /// Puts text where other programs can paste it; false if the desktop refuses.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool { SDL_SetClipboardText(text) == 0 }

  /// Does what the events mean for the window itself, and returns those for others.
  private func follow(_ reader: EventReader) throws(WindowError) -> [InputEvent] {
    var events = reader.events
    if events.contains(.wake) { waker.arrived() }
    if isInterrupted && !events.contains(.closeRequested) { events.append(.closeRequested) }
    if reader.isResized || reader.hasLostMemory {
      isResized = isResized || reader.isResized
      try renewMemory()
      if (width, height) != sizeTold { events.append(.resized(width: width, height: height)) }
      sizeTold = (width, height)
    }
    if reader.isExposed {
      isExposed = true
      events.append(.exposed)
    }
    return events
  }

  /// Draws into new memory from the next list on.
  private func renewMemory() throws(WindowError) {
    picture = try RetainedSurface(presenter.makeSurface(), glyphs: glyphs)
    isExposed = true
  }
}
