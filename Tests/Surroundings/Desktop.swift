/// Where a program can open its window.
public protocol Desktop {
  /// The X server that has the keyboard, the mouse and the picture.
  var display: PrivateDisplay { get }
  /// How a program finds it: variables of its environment.
  var environment: [String: String] { get }
  /// What xdotool finds the X window by that takes what is typed.
  var window: (option: String, pattern: String) { get }
}

extension PrivateDisplay: Desktop {
  public var display: PrivateDisplay { self }
  public var environment: [String: String] { ["DISPLAY": name] }
  public var window: (option: String, pattern: String) { ("--name", "Compaction Lab") }
}
