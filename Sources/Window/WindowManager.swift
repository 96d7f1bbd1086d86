import CSDL

/// Who makes windows fill the screen on X11. Without one, as on a bare X server, nobody answers that wish, and
/// SDL would go on as if somebody had.
enum WindowManager {
  /// Whether one has told the X server that it is there (EWMH, `_NET_SUPPORTING_WM_CHECK`); true where that
  /// can't be found out.
  static var isThere: Bool {
    guard let library = XLibrary() else { return true }
    return library.rootWindowHas("_NET_SUPPORTING_WM_CHECK") ?? true
  }
}

/// The few functions of the X library that are needed here, from the library that SDL has loaded.
private struct XLibrary {
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
  private typealias Free = @convention(c) (UnsafeMutableRawPointer) -> CInt

  private let open: OpenDisplay
  private let close: CloseDisplay
  private let root: DefaultRootWindow
  private let atom: InternAtom
  private let property: GetWindowProperty
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
      let free = function("XFree", Free.self)
    else { return nil }
    (self.open, self.close, self.root, self.atom, self.property, self.free) =
      (open, close, root, atom, property, free)
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
}
