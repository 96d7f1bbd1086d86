import Documents
import Lessons
import Runs
import Scenarios
import Simulation

/// What the menu offers.
extension Content {
  /// All that can be opened from its beginning: lessons first, then boards, then scenarios.
  public var menu: [MenuEntry] {
    lessonEntries + folder.boardNames.map { sourceEntry($0, .boards) }
      + folder.scenarioNames.map { sourceEntry($0, .scenarios) } + [leavesOutEntry]
  }

  /// The same, always in one order, with what the person has saved, each where it was left; first of all the one
  /// that was left last, or the first lesson.
  /// - Parameter places: where things were left, the latest first.
  func menu(_ entries: [MenuEntry], saved: [MenuEntry], left places: [RunPlace]) -> [MenuEntry] {
    var all = entries + saved
    let known = all.compactMap(\.target)
    all += places.filter { place in !known.contains { $0.isSame(as: place.target) } }.compactMap { place in
      folder.title(of: place.target).map {
        MenuEntry(section: .others, name: $0, detail: "", opens: .run(place.target))
      }
    }
    for (index, entry) in all.enumerated() {
      guard let place = places.first(where: { entry.target?.isSame(as: $0.target) == true }) else { continue }
      all[index].left = place
      // What was gone through to its end begins anew.
      if !place.isAtStart, !place.isDone { all[index].opens = .place(place) }
    }
    let sections = MenuEntry.Section.allCases
    let ordered = sections.flatMap { section in all.filter { $0.section == section } }
    return (card(of: ordered, places.first).map { [$0] } ?? []) + ordered
  }

  private func card(of entries: [MenuEntry], _ last: RunPlace?) -> MenuEntry? {
    let left = last.flatMap { last in
      entries.first { if case .place(last) = $0.opens { true } else { false } }
    }
    let lessons = entries.filter { $0.section == .lessons && $0.target != nil }
    var card = left ?? lessons.first { $0.left?.wasDone != true } ?? lessons.last
    card?.section = .card
    return card
  }

  /// A lesson with a mistake stays in its row, with the line.
  private var lessonEntries: [MenuEntry] {
    folder.lessonPaths.map { path in
      do throws(DocumentError) {
        let lesson = try folder.lesson(named: path)
        return MenuEntry(
          section: .lessons, number: lesson.number, name: lesson.title,
          detail: words("lesson.minutes", ["count": .number(lesson.minutes)]),
          opens: .run(.lesson(lesson.id)))
      } catch {
        let name = folder.lessonName(ofFile: path)
        return MenuEntry(
          section: .lessons, number: name.number, name: name.id,
          detail: words("menu.unreadable", ["line": .number(error.line)]), opens: .fault("\(error)"))
      }
    }
  }

  private var leavesOutEntry: MenuEntry {
    MenuEntry(
      section: .about, name: words("leaves-out-page.title"),
      detail: words("leaves-out-page.purpose", ["count": .number(Simplification.all.count)]),
      opens: .sheet(.leavesOut))
  }

  private func sourceEntry(_ name: String, _ section: MenuEntry.Section) -> MenuEntry {
    do throws(DocumentError) {
      let source = try folder.source(named: name)
      let pages = source.layout.zones.reduce(0) { $0 + $1.present }
      let key = source.layout.scale.isTeaching ? "menu.teaching-pages" : "menu.pages"
      return MenuEntry(
        section: section, name: source.title, detail: words(key, ["count": .number(pages)]),
        opens: .run(.source(name)))
    } catch {
      return MenuEntry(
        section: section, name: name, detail: words("menu.unreadable", ["line": .number(error.line)]),
        opens: .fault("\(error)"))
    }
  }
}

extension RunTarget {
  /// The same board is the same whatever it is aged by.
  fileprivate func isSame(as other: RunTarget) -> Bool {
    if case .source(let name, _) = self, case .source(let otherName, _) = other { return name == otherName }
    return self == other
  }
}
