/// How making a new file fared.
public enum SaveOutcome: Equatable, Sendable {
  /// The path of the file.
  case saved(String)
  /// There is none: the folder where it should be, and the reason.
  case failed(folder: String, reason: String)
}
