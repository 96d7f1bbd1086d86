extension Inquiry {
  /// Where keys go; nil while they go to the run.
  var place: KeyContext? {
    switch overlay {
    case .jump: return .entry
    case .searches: return .searches
    case .scenarios: return .scenarios
    case .stops: return .stops
    case .events: return .events
    case nil: break
    }
    switch ring {
    case nil: return nil
    case .map, .lens: return .map
    case .inspector: return .inspector
    default: return .panel
    }
  }
}
