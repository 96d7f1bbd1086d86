import Lessons
import Runs
import Scenarios
import Simulation

/// What the menu offers.
extension Content {
  /// The menu: lessons first, then boards, then scenarios. What can't be read is left out; opening it
  /// by name says why.
  public var menu: [MenuEntry] {
    lessonEntries + folder.boardNames.map { sourceEntry($0, .boards) }
      + folder.scenarioNames.map { sourceEntry($0, .scenarios) } + [leavesOutEntry]
  }

  /// The menu's entries behind the run that was left, where it can still be opened.
  public func menu(_ entries: [MenuEntry], goingOn place: RunPlace?) -> [MenuEntry] {
    guard let place, let title = folder.title(of: place.target) else { return entries }
    let detail = words("menu.left-off-step", ["step": .number(place.step)])
    return [
      MenuEntry(section: .leftOff, name: title, detail: detail, opens: .place(place))
    ] + entries
  }

  private var lessonEntries: [MenuEntry] {
    folder.lessonPaths.compactMap { path in
      guard let lesson = try? folder.lesson(named: path) else { return nil }
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
    guard let source = try? folder.source(named: name) else {
      return MenuEntry(section: section, name: name, detail: "", opens: .run(.source(name)))
    }
    let pages = source.layout.zones.reduce(0) { $0 + $1.present }
    let key = source.layout.scale.isTeaching ? "menu.teaching-pages" : "menu.pages"
    return MenuEntry(
      section: section, name: source.title, detail: words(key, ["count": .number(pages)]),
      opens: .run(.source(name)))
  }
}
