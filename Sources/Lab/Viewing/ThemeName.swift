/// The themes that come with the program, by the names of their files.
public enum ThemeName: String, CaseIterable, Sendable {
  case dark, light
  case highContrast = "high-contrast"

  var next: ThemeName { following(by: 1) }
  var previous: ThemeName { following(by: -1) }

  private func following(by distance: Int) -> ThemeName {
    let all = ThemeName.allCases
    return all[((all.firstIndex(of: self) ?? 0) + distance + all.count) % all.count]
  }
}
