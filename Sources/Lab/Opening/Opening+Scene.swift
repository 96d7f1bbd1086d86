import Simulation
import Stage
import Words

extension Scene {
  /// The first screen.
  /// - Parameters:
  ///   - film: what of it is to be seen; nil while there is none.
  ///   - machine: this one, as it says of itself.
  ///   - minute: the present one since 1970.
  init(menu state: LabState, film: Home.Film?, machine: Home.Machine?, minute: Int?, words: Catalogue) {
    let lessons = state.menu.filter { $0.section == .lessons }
    let sections: [MenuEntry.Section] = [.boards, .scenarios, .saved, .others, .about]
    let groups = sections.compactMap { section -> Home.Group? in
      let entries = state.menu.filter { $0.section == section }
      guard !entries.isEmpty else { return nil }
      return Home.Group(
        heading: words("menu.\(section)"),
        detail: words("menu.\(section)-detail", ["count": .number(entries.count)]),
        names: section == .boards ? entries.map(\.name).withoutCommonWords : entries.map(\.name)
      )
    }
    var title = Title(name: words("title.program"), facts: [words("title.purpose")])
    title.note = words(
      "title.kernels", ["versions": .text(KernelVersion.all.map(\.description).joined(separator: ", "))])
    self.init(
      title: title,
      map: .home(
        Home(
          card: state.menu.first { $0.section == .card }.map { Home.Card($0, minute: minute, words) },
          heading: words("menu.lessons"),
          detail: words("menu.lessons-detail", ["count": .number(lessons.count)]),
          lessons: lessons.map { Home.Lesson($0, words) }, groups: groups, film: film, machine: machine,
          selection: state.selection)))
  }

  /// What is shown until the memory has been made.
  /// - Parameters:
  ///   - list: what has been opened over it meanwhile.
  ///   - prompt: what is typed in meanwhile.
  init(opening name: String, list: Scene.Map?, prompt: Prompt?, words: Catalogue) {
    self.init(
      title: Title(name: name), map: list ?? .menu(Menu(sections: [])), message: words("message.opening"))
    self.prompt = prompt
  }
}

extension Home.Card {
  fileprivate init(_ entry: MenuEntry, minute: Int?, _ words: Catalogue) {
    let isLeft = if case .place = entry.opens { true } else { false }
    let heading = isLeft ? "menu.left-off" : entry.left == nil ? "menu.begin" : "menu.again"
    self.init(
      heading: words(heading), number: entry.number, name: entry.name,
      detail: (isLeft ? entry.left?.words(words) : nil) ?? entry.detail,
      since: isLeft ? entry.left?.age(at: minute, words) ?? "" : "")
  }
}

extension RunPlace {
  /// Where it is, in words.
  func words(_ words: Catalogue) -> String {
    stop > 0
      ? words("lesson.stop", ["stop": .number(stop), "total": .number(stops)])
      : words("menu.left-off-step", ["step": .number(step)])
  }

  /// How long ago it was left; nil where nobody knows.
  fileprivate func age(at now: Int?, _ words: Catalogue) -> String? {
    guard let now, let minute, now >= minute else { return nil }
    let (minutes, hours) = (now - minute, (now - minute) / 60)
    if minutes == 0 { return words("menu.left-now") }
    if hours == 0 { return words("menu.left-minutes", ["count": .number(minutes)]) }
    if hours < 24 { return words("menu.left-hours", ["count": .number(hours)]) }
    return words("menu.left-days", ["count": .number(hours / 24)])
  }
}

extension Home.Lesson {
  fileprivate init(_ entry: MenuEntry, _ words: Catalogue) {
    var progress = Progress.none
    if case .fault = entry.opens {
      self.init(number: entry.number, name: entry.name, progress: .fault(entry.detail), detail: "")
      return
    }
    if let left = entry.left, left.stops > 0 {
      if left.isDone || left.isAtStart {
        progress = left.wasDone ? .done(words("menu.done")) : .none
      } else if left.wasDone {
        let place: [String: Value] = ["stop": .number(left.stop), "total": .number(left.stops)]
        progress = .done(words("menu.done-again", place))
      } else {
        progress = .stops(left.stop, of: left.stops)
      }
    }
    self.init(number: entry.number, name: entry.name, progress: progress, detail: entry.detail)
  }
}

extension [String] {
  /// Without the words that all of them begin with, as long as something is left of each.
  fileprivate var withoutCommonWords: [String] {
    let names = map { $0.split(separator: " ") }
    let most = (names.map(\.count).min() ?? 1) - 1
    let common = (0..<Swift.max(most, 0)).prefix { index in names.allSatisfy { $0[index] == names[0][index] }
    }
    return count > 1 ? names.map { $0.dropFirst(common.count).joined(separator: " ") } : self
  }
}
