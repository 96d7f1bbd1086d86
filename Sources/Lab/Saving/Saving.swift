/// What a person takes along of what is on screen: a scenario, a picture, a text.
public enum Saving {
  public enum Action: Equatable, Sendable {
    /// What is shown is to be saved as a scenario.
    case savedScenario
    case lookedForScenarios
    case savedPicture
    case copied

    // What comes by itself
    case foundScenarios([MenuEntry])
    /// A name for what is to be saved.
    case offeredName(String)
  }

  public enum Effect: Equatable, Sendable {
    /// A name for what is shown is thought of; it is saved under one as a scenario; those saved are listed.
    case offerName
    case saveScenario(name: String)
    case offerScenarios
    /// What is said now goes to the clipboard.
    case copy
    /// What is shown now goes to a file.
    case savePicture
  }
}

extension Saving.Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .savedScenario, .lookedForScenarios, .savedPicture, .copied: true
    case .foundScenarios, .offeredName: false
    }
  }
}
