/// What a run is made from, by the name under which it is opened again.
public enum RunTarget: Hashable, Sendable {
  /// A lesson by its name.
  case lesson(String)
  /// A board or scenario by its name.
  case source(String)
  /// A recording of a real kernel, by the path of its folder.
  case capture(String)
}
