/// Where a person left off: what comes back at the next start.
public struct LastSession: Equatable, Sendable {
  /// Pixels of the window while it did not fill the screen.
  public var width: Int
  public var height: Int
  public var isFullScreen: Bool
  public var theme: ThemeName
  /// Percent.
  public var textSize: Int
  /// Percent, while presenting.
  public var presentingTextSize = 100
  /// Nothing shall move, or all may; nil where the desktop's setting was left to decide.
  public var reducesMotion: Bool?
  /// Characters are no keys alone.
  public var lettersOff = false
  /// Where things were left, one place for each, the latest first.
  public var places: [RunPlace] = []
  /// What a newer program keeps here, as it stands in the file.
  public var others = ""
}
