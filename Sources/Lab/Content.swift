import Documents
import Runs
import Scenarios
import Simulation
import Stage
import Words

/// What comes with the program: words, themes, boards, scenarios and lessons. Each is read when it is
/// asked for.
public struct Content: Sendable {
  public let library: Library
  public let words: Catalogue

  /// - Parameter root: the folder that holds `Assets` and `Lessons`.
  public init(root: String) throws(DocumentError) {
    library = Library(root: root)
    words = try Catalogue(Document.read(path: root + "/Assets/Strings/en.yaml"))
  }

  /// The content that the locator finds.
  public init(_ locator: ContentLocator) throws {
    try self.init(root: locator.locate())
  }

  public func theme(_ name: ThemeName) throws -> Theme {
    let document = try Document.read(path: "\(library.root)/Assets/Themes/\(name.rawValue).yaml")
    var colours: [String: String] = [:]
    for (key, value, _) in try document.openMapping().entries { colours[key] = try value.string() }
    return try Theme(name: name.rawValue, colours: colours)
  }

  /// The menu: lessons first, then boards, then scenarios. What can't be read is left out; opening it
  /// by name says why.
  public var menu: [MenuEntry] {
    lessonEntries + library.boardNames.map { sourceEntry($0, .boards) }
      + library.scenarioNames.map { sourceEntry($0, .scenarios) } + [leavesOutEntry]
  }

  /// The menu's entries behind the run that was left, where it can still be opened.
  public func menu(_ entries: [MenuEntry], goingOn place: RunPlace?) -> [MenuEntry] {
    guard let place, let title = library.title(of: place.target) else { return entries }
    let detail = words("menu.left-off-step", ["step": .number(place.step)])
    return [
      MenuEntry(section: .leftOff, name: title, detail: detail, opens: .place(place))
    ] + entries
  }

  private var lessonEntries: [MenuEntry] {
    library.lessonPaths.compactMap { path in
      guard let lesson = try? library.lesson(named: path) else { return nil }
      return MenuEntry(
        section: .lessons, number: lesson.number, name: lesson.title,
        detail: words("lesson.minutes", ["count": .number(lesson.minutes)]), opens: .run(.lesson(lesson.id)))
    }
  }

  private var leavesOutEntry: MenuEntry {
    MenuEntry(
      section: .about, name: words("leaves-out-page.title"),
      detail: words("leaves-out-page.purpose", ["count": .number(Simplification.all.count)]),
      opens: .sheet(.leavesOut))
  }

  private func sourceEntry(_ name: String, _ section: MenuEntry.Section) -> MenuEntry {
    guard let source = try? library.source(named: name) else {
      return MenuEntry(section: section, name: name, detail: "", opens: .run(.source(name)))
    }
    let pages = source.layout.zones.reduce(0) { $0 + $1.present }
    let key = source.layout.scale.isTeaching ? "menu.teaching-pages" : "menu.pages"
    return MenuEntry(
      section: section, name: source.title, detail: words(key, ["count": .number(pages)]),
      opens: .run(.source(name)))
  }
}
