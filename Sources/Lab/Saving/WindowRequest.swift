/// What only the window can do for the program.
public enum WindowRequest: Equatable, Sendable {
  /// Puts a text where other programs can paste it.
  case copy(String)
  /// Saves what is shown, under a name without folder and ending.
  case savePicture(name: String)
}
