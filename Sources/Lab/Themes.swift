import Stage

/// The themes that were asked for: each is read once.
final class Themes {
  private let content: Content
  private var known: [ThemeName: Theme] = [:]

  init(_ content: Content) { self.content = content }

  func theme(_ name: ThemeName) throws -> Theme {
    if let theme = known[name] { return theme }
    let theme = try content.theme(name)
    known[name] = theme
    return theme
  }
}
