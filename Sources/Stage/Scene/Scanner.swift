import Canvas

/// The two that walk towards each other.
public enum Scanner: CaseIterable, Sendable {
  case migrate, free

  /// The key of its name in the catalogue.
  var key: String {
    switch self {
    case .migrate: "scanner.migrate"
    case .free: "scanner.free"
    }
  }

  func hue(_ theme: Theme) -> Color {
    switch self {
    case .migrate: theme.migrateScanner
    case .free: theme.freeScanner
    }
  }
}
