/// Where keys mean different things, named as in the file of the person's own keys.
public enum KeyContext: String, CaseIterable, Equatable, Sendable {
  case menu, run
  /// The ring is on the map or lens, on the inspector, on another part of the window.
  case map, inspector, panel
  /// A line to type in, the name of what is saved, a choice of moments or of stops, or the run as a list is
  /// shown.
  case entry, naming, searches, stops, events
  /// A saved scenario is chosen.
  case scenarios
  /// Pages are painted, or settings changed, before the run goes on.
  case edit, settings
  /// The sheets.
  case keys, view
  case leavesOut = "leaves-out"
  /// A run is shown to a room; the same while nothing is to be seen, where any key ends that.
  case presenting, blank
}

extension KeyContext {
  /// The place whose keys work here as well.
  var wider: KeyContext? {
    switch self {
    case .map, .inspector, .panel, .edit, .settings, .presenting: .run
    default: nil
    }
  }

  /// Whether what is typed is text here.
  var takesText: Bool {
    switch self {
    case .entry, .naming, .searches, .stops, .scenarios, .events: true
    default: false
    }
  }
}
