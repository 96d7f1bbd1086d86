/// A font on disk: a file, and which of the fonts in it.
public struct FontFile: Hashable, Sendable {
  public let path: String
  /// As fontconfig numbers it: the font's place in a collection, and in the upper 16 bits the named
  /// instance of a variable font.
  public let index: Int
  public let family: String
  public let style: String
}
