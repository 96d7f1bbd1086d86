import CSDL
import Foundation

/// The few functions of the X library that are needed here, from the library that SDL loads too.
struct XLibrary {
  private typealias Display = OpaquePointer
  private typealias OpenDisplay = @convention(c) (UnsafePointer<CChar>?) -> Display?
  private typealias CloseDisplay = @convention(c) (Display) -> CInt
  private typealias DefaultRootWindow = @convention(c) (Display) -> CUnsignedLong
  private typealias InternAtom = @convention(c) (Display, UnsafePointer<CChar>, CInt) -> CUnsignedLong
  private typealias GetWindowProperty =
    @convention(c) (
      Display, CUnsignedLong, CUnsignedLong, CLong, CLong, CInt, CUnsignedLong,
      UnsafeMutablePointer<CUnsignedLong>, UnsafeMutablePointer<CInt>, UnsafeMutablePointer<CUnsignedLong>,
      UnsafeMutablePointer<CUnsignedLong>, UnsafeMutablePointer<UnsafeMutablePointer<CUnsignedChar>?>
    ) -> CInt
  private typealias ErrorHandler = @convention(c) (Display?, UnsafeMutableRawPointer?) -> CInt
  private typealias SetErrorHandler = @convention(c) (ErrorHandler?) -> ErrorHandler?
  private typealias LossHandler = @convention(c) (Display?) -> CInt
  private typealias SetLossHandler = @convention(c) (LossHandler?) -> LossHandler?
  private typealias Free = @convention(c) (UnsafeMutableRawPointer) -> CInt

  private let open: OpenDisplay
  private let close: CloseDisplay
  private let root: DefaultRootWindow
  private let atom: InternAtom
  private let property: GetWindowProperty
  private let setErrorHandler: SetErrorHandler
  private let setLossHandler: SetLossHandler
  private let free: Free

  /// Nil where there is no such library.
  init?() {
    guard let library = SDL_LoadObject("libX11.so.6") else { return nil }
    func function<Function>(_ name: String, _ type: Function.Type) -> Function? {
      SDL_LoadFunction(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let open = function("XOpenDisplay", OpenDisplay.self),
      let close = function("XCloseDisplay", CloseDisplay.self),
      let root = function("XDefaultRootWindow", DefaultRootWindow.self),
      let atom = function("XInternAtom", InternAtom.self),
      let property = function("XGetWindowProperty", GetWindowProperty.self),
      let setErrorHandler = function("XSetErrorHandler", SetErrorHandler.self),
      let setLossHandler = function("XSetIOErrorHandler", SetLossHandler.self),
      let free = function("XFree", Free.self)
    else { return nil }
    (self.open, self.close, self.root, self.atom, self.property) = (open, close, root, atom, property)
    (self.setErrorHandler, self.setLossHandler, self.free) = (setErrorHandler, setLossHandler, free)
  }

  /// Whether the root window has a property with something in it; nil without a display.
  func rootWindowHas(_ name: String) -> Bool? {
    guard let display = open(nil) else { return nil }
    defer { _ = close(display) }
    var (type, count, rest): (CUnsignedLong, CUnsignedLong, CUnsignedLong) = (0, 0, 0)
    var format: CInt = 0
    var value: UnsafeMutablePointer<CUnsignedChar>?
    // Any type, one word of it, and nothing is deleted.
    let failure = property(
      display, root(display), atom(display, name, 0), 0, 1, 0, 0, &type, &format, &count, &rest, &value)
    if let value { _ = free(value) }
    return failure == 0 && count > 0
  }

  /// A message to a window that is gone is no reason to end the process, which the library does at every error.
  /// What ends a wait, a key or a wake, makes SDL write to its own window through a second connection, and when
  /// the window is closed at once the server may come to read that too late. To be called before SDL's video
  /// part is started, as SDL goes back at its end, before it hears of the error, to what it found.
  static func forgiveLateMessages() { _ = usualHandler }

  /// A display that goes away ends the process whatever is done: the library would do it with a status that
  /// means something else.
  static func sayLostDisplay() {
    _ = XLibrary()?.setLossHandler { _ in
      try? FileHandle.standardError.write(contentsOf: Data("compaction-lab: \(WindowError.lost)\n".utf8))
      _exit(EX_UNAVAILABLE)
    }
  }

  /// What every other error is left to. Its first use sets the forgiving handler, which comes to call it only
  /// later: setting it asks the server nothing.
  private static let usualHandler: ErrorHandler? = XLibrary()?.setErrorHandler {
    display, error in
    let isLateMessage = error?.load(as: ErrorEvent.self).isMessageToNoWindow ?? false
    return isLateMessage ? 0 : usualHandler?(display, error) ?? 0
  }

  /// As the library describes an error of the server (`XErrorEvent`).
  private struct ErrorEvent {
    var type: CInt
    var display: OpaquePointer?
    var resource: CUnsignedLong
    var serial: CUnsignedLong
    var error: UInt8
    var request: UInt8
    var minor: UInt8

    /// `BadWindow` in answer to `X_SendEvent`.
    var isMessageToNoWindow: Bool { error == 3 && request == 25 }
  }
}
