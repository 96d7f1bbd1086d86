/// What a run is made from, by the name under which it is opened again.
public enum RunTarget: Hashable, Sendable {
  /// A lesson by its name.
  case lesson(String)
  /// A board or scenario by its name; a board perhaps aged by another recipe than its own, by that one's name.
  case source(String, recipe: String? = nil)
  /// A recording of a real kernel, by the path of its folder.
  case capture(String)
}
