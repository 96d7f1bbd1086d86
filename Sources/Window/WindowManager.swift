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
