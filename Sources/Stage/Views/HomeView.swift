import Canvas

/// The first screen.
struct HomeView {
  private let home: Home
  private let layout: HomeLayout

  static func draw(_ home: Home, in rect: Rect, with pen: inout Pen) {
    HomeView(home: home, layout: HomeLayout(home, in: rect, pen: pen)).draw(with: &pen)
  }

  private func draw(with pen: inout Pen) {
    var index = 0
    /// The place of what is counted next, which can be pointed at.
    func next(_ pen: inout Pen) -> (rect: Rect, isChosen: Bool)? {
      defer { index += 1 }
      guard let rect = layout.items[index] else { return nil }
      pen.hits.add(rect, .menuItem(index))
      return (rect, index == home.selection)
    }
    if let card = home.card, let place = next(&pen) { draw(card, place.isChosen, in: place.rect, with: &pen) }
    drawCourse(with: &pen)
    for lesson in home.lessons {
      if let place = next(&pen) { draw(lesson, place.isChosen, in: place.rect, with: &pen) }
    }
    if let film = home.film, let rect = layout.film { FilmView.draw(film, in: rect, with: &pen) }
    for (number, group) in home.groups.enumerated() {
      if let rect = layout.groups[number] { draw(group, in: rect, with: &pen) }
      for name in group.names {
        if let place = next(&pen) { draw(button: name, place.isChosen, in: place.rect, with: &pen) }
      }
    }
    if let machine = home.machine, let rect = layout.machine { draw(machine, in: rect, with: &pen) }
  }

  // MARK: Course

  private func draw(_ card: Home.Card, _ isChosen: Bool, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.panel(rect)
    ring(rect, isChosen, radius: 12, with: &pen)
    let room = rect.inset(x: pen.px(26), y: pen.px(12))
    let line = pen.type.lineHeight(.label)
    let top = Rect(x: room.x, y: room.y, width: room.width, height: line)
    pen.text(card.heading, in: top, pen.style(theme.secondaryText))
    pen.text(card.since, in: top, pen.style(theme.secondaryText), .right)
    let row = Rect(minX: room.x, minY: room.y + line, maxX: room.maxX, maxY: room.maxY)
    let key = pen.words("keyboard.enter")
    let width = pen.setter.width(key, .label, .sansSemiBold) + pen.px(26)
    let height = (pen.type.size(.label, .sans) * 1.8).rounded()
    let box = Rect(x: row.maxX - width, y: (row.midY - height / 2).rounded(), width: width, height: height)
    pen.list.stroke(box, radius: pen.px(6), width: pen.px(2), theme.rule)
    pen.text(key, in: box, pen.style(theme.text, .label, .sansSemiBold), .center)
    let end = box.x - pen.px(20)
    var x = row.x
    func rest() -> Rect { Rect(minX: x, minY: row.minY, maxX: max(end, x), maxY: row.maxY) }
    if let number = card.number {
      x += pen.text(Glyphs.number(number), in: rest(), pen.style(theme.secondaryText, .title, .sansSemiBold))
      x += pen.px(14)
    }
    x += pen.text(card.name, in: rest(), pen.style(theme.text, .title, .sansSemiBold)) + pen.px(28)
    pen.text(card.detail, in: rest(), pen.style(theme.text, .body))
  }

  private func drawCourse(with pen: inout Pen) {
    if let row = layout.courseHeading {
      let x = pen.text(home.heading, in: row, pen.style(pen.theme.text, .heading, .sansSemiBold))
      let rest = Rect(
        minX: row.x + x + pen.px(20), minY: row.minY, maxX: row.maxX - pen.px(20), maxY: row.maxY)
      pen.text(home.detail, in: rest, pen.style(pen.theme.secondaryText))
    }
    if layout.course.height > 0 { pen.panel(layout.course) }
  }

  private func draw(_ lesson: Home.Lesson, _ isChosen: Bool, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    ring(rect, isChosen, radius: 8, with: &pen)
    let room = rect.inset(x: pen.px(16), y: 0)
    let em = pen.type.size(.label, .sans)
    let second = (room.x + room.width * 0.52).rounded()
    let detail = pen.setter.width(lesson.detail)
    if let number = lesson.number {
      pen.text(
        Glyphs.number(number), in: Rect(x: room.x, y: room.y, width: em * 1.7, height: room.height),
        pen.style(theme.secondaryText, .body, .sansSemiBold), .right)
    }
    let isReadable = if case .fault = lesson.progress { false } else { true }
    let left = room.x + (em * 2.5).rounded()
    pen.text(
      lesson.name, in: Rect(minX: left, minY: room.y, maxX: second - pen.px(12), maxY: room.maxY),
      pen.style(isReadable ? theme.text : theme.secondaryText, .body))
    pen.text(lesson.detail, in: room, pen.style(theme.secondaryText), .right)
    let place = Rect(
      minX: second, minY: room.y, maxX: max(room.maxX - detail - pen.px(12), second), maxY: room.maxY)
    draw(lesson.progress, in: place, with: &pen)
  }

  /// Where one is in a lesson: a box for each stop, a tick, or what is wrong with it.
  private func draw(_ progress: Home.Lesson.Progress, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    switch progress {
    case .none: break
    case .stops(let done, let count):
      let (gap, height) = (pen.px(4), pen.px(10))
      let width = min(((rect.width + gap) / Float(count) - gap).rounded(.down), pen.px(16))
      guard width >= 2 else { return }
      for stop in 0..<count {
        let box = Rect(
          x: rect.x + Float(stop) * (width + gap), y: (rect.midY - height / 2).rounded(), width: width,
          height: height)
        pen.list.roundedFill(box, radius: pen.px(2), stop < done ? theme.text : theme.rule)
      }
    case .done(let word):
      let size = pen.type.capHeight(.label)
      let (x, y) = (rect.x, rect.midY)
      for (from, to) in [
        (Point(x, y), Point(x + size * 0.4, y + size * 0.45)),
        (Point(x + size * 0.4, y + size * 0.45), Point(x + size * 1.1, y - size * 0.5)),
      ] {
        pen.list.line(from: from, to: to, width: pen.px(3), theme.goodNews)
      }
      pen.text(
        word, in: Rect(minX: x + size * 1.8, minY: rect.minY, maxX: rect.maxX, maxY: rect.maxY),
        pen.style(theme.secondaryText))
    case .fault(let text): pen.text(text, in: rect, pen.style(theme.migrateText))
    }
  }

  // MARK: What else can be opened

  private func draw(_ group: Home.Group, in rect: Rect, with pen: inout Pen) {
    let rest = drawPanel(group.heading, in: rect, with: &pen)
    pen.text(group.detail, in: rest, pen.style(pen.theme.secondaryText), .right)
  }

  /// A panel with its heading.
  /// - Returns: what is left of the heading's row.
  private func drawPanel(_ heading: String, in rect: Rect, with pen: inout Pen) -> Rect {
    pen.panel(rect)
    let row = Rect(
      x: rect.x + pen.px(20), y: rect.y, width: rect.width - pen.px(40),
      height: HomeLayout.headingHeight(pen))
    let width = pen.text(heading, in: row, pen.style(pen.theme.text, .heading, .sansSemiBold))
    return Rect(minX: row.x + width + pen.px(16), minY: row.minY, maxX: row.maxX, maxY: row.maxY)
  }

  private func draw(_ machine: Home.Machine, in rect: Rect, with pen: inout Pen) {
    let rest = drawPanel(machine.heading, in: rect, with: &pen)
    if let status = machine.status { LiveLine.draw(status, in: rest, with: &pen) }
    let text = Rect(
      minX: rect.x + pen.px(20), minY: rest.maxY, maxX: rest.maxX, maxY: rect.maxY - pen.px(8))
    pen.lines(
      HomeLayout.lines(of: machine, width: text.width, pen.setter), in: text,
      pen.style(pen.theme.secondaryText))
  }

  private func draw(button name: String, _ isChosen: Bool, in rect: Rect, with pen: inout Pen) {
    pen.list.stroke(rect, radius: pen.px(8), width: pen.px(2), pen.theme.rule)
    ring(rect, isChosen, radius: 8, with: &pen)
    pen.text(name, in: rect.inset(x: pen.px(8), y: 0), pen.style(pen.theme.text), .center)
  }

  private func ring(_ rect: Rect, _ isChosen: Bool, radius: Float, with pen: inout Pen) {
    if isChosen { pen.list.stroke(rect, radius: pen.px(radius), width: pen.px(3), pen.theme.ring) }
  }
}
