import Canvas

/// Where everything of the first screen stands: the course on the left, the film and all else on the right, or all
/// below each other where the window is narrow. What finds no room is scrolled to; the film gets lower, then this
/// machine’s panel goes, then the film.
struct HomeLayout {
  /// In the order in which they are counted; nil for what is scrolled away.
  private(set) var items: [Rect?] = []
  private(set) var course: Rect = .zero
  private(set) var courseHeading: Rect?
  /// The panel of each group, with its heading and its buttons.
  private(set) var groups: [Rect?] = []
  private(set) var film: Rect?
  /// The panel of this machine; nil where it finds no room.
  private(set) var machine: Rect?

  private let gap: Float
  private let em: Float

  init(_ home: Home, in rect: Rect, pen: Pen) {
    em = pen.type.size(.label, .sans)
    gap = pen.px(14)
    let isWide = rect.width > em * 60
    let left = isWide ? (rect.width * 0.59).rounded() : rect.width
    let rowHeight = max(pen.type.lineHeight(.body) + pen.px(6), pen.px(34))
    // The left column.
    var y = rect.y
    var column: [Rect] = []
    if home.card != nil {
      column.append(
        Rect(x: rect.x, y: y, width: left, height: (em * 2 + pen.type.lineHeight(.title) * 1.5).rounded()))
      y = column[0].maxY + gap
    }
    courseHeading = Rect(x: rect.x, y: y, width: left, height: (em * 1.9).rounded())
    y += (em * 1.9).rounded()
    let top = y
    let pad = pen.px(10)
    y += pad
    for _ in home.lessons {
      column.append(Rect(x: rect.x + pad, y: y, width: left - 2 * pad, height: rowHeight))
      y += rowHeight
    }
    course = Rect(x: rect.x, y: top, width: left, height: y + pad - top)
    // All else, to its right or below it.
    let right =
      isWide
      ? Rect(minX: rect.x + left + gap * 1.7, minY: rect.y, maxX: rect.maxX, maxY: rect.maxY)
      : Rect(minX: rect.x, minY: course.maxY + gap, maxX: rect.maxX, maxY: max(rect.maxY, course.maxY + gap))
    let places = Self.groups(home, width: right.width, gap: gap, em: em, pen)
    let machineHeight = Self.height(of: home.machine, width: right.width, pen)
    // With the gap in front of each.
    let needed = places.reduce(Float(0)) { $0 + $1.height + gap }
    let rooms = [machineHeight > 0 ? needed + gap + machineHeight : needed, needed].map { right.height - $0 }
    var below = right.y
    if isWide, let film = home.film,
      let height = Self.height(of: film, width: right.width, rooms: rooms, pen)
    {
      self.film = Rect(x: right.x, y: right.y, width: right.width, height: height)
      below += height + gap
    }
    var panels: [Rect] = []
    var buttons: [Rect] = []
    for place in places {
      panels.append(Rect(x: right.x, y: below, width: right.width, height: place.height))
      buttons += place.buttons.map { $0.offset(x: right.x, y: below) }
      below += place.height + gap
    }
    if machineHeight > 0, below + machineHeight <= rect.maxY {
      machine = Rect(x: right.x, y: below, width: right.width, height: machineHeight)
    }
    // What is chosen is seen.
    let all = column + buttons
    let chosen = all.indices.contains(home.selection) ? all[home.selection] : nil
    let scroll = max((chosen?.maxY ?? 0) + pad - rect.maxY, 0)
    let scrollsLeft = !isWide || home.selection < column.count
    func seen(_ place: Rect, isLeft: Bool) -> Rect? {
      let moved = !isWide || isLeft == scrollsLeft ? place.offset(x: 0, y: -scroll) : place
      return moved.minY >= rect.minY - 0.5 && moved.maxY <= rect.maxY + 0.5 ? moved : nil
    }
    items = column.map { seen($0, isLeft: true) } + buttons.map { seen($0, isLeft: false) }
    groups = panels.map { seen($0, isLeft: false) }
    machine = machine.flatMap { seen($0, isLeft: false) }
    if scroll > 0, scrollsLeft {
      courseHeading = courseHeading.flatMap { seen($0, isLeft: true) }
      course = course.offset(x: 0, y: -scroll)
    }
    course.height = min(course.maxY, rect.maxY) - max(course.minY, rect.minY)
    course.y = max(course.y, rect.minY)
  }

  /// What is said of this machine.
  static func lines(of machine: Home.Machine, width: Float, _ setter: Typesetter) -> [String] {
    setter.wrapped(machine.text, to: width, .label, .sans, limit: 4)
  }

  /// - Parameter rooms: what there is for it, the first one preferred; nil where all would make it too flat.
  private static func height(of film: Home.Film, width: Float, rooms: [Float], _ pen: Pen) -> Float? {
    let wanted = FilmView.height(film, width: width, pen)
    return rooms.first { $0 >= wanted * 0.7 }.map { min(wanted, $0.rounded(.down)) }
  }

  /// Of the row with a panel's heading.
  static func headingHeight(_ pen: Pen) -> Float { (pen.type.size(.label, .sans) * 2.1).rounded() }

  private static func height(of machine: Home.Machine?, width: Float, _ pen: Pen) -> Float {
    guard let machine else { return 0 }
    let lines = lines(of: machine, width: width - pen.px(40), pen.setter)
    return headingHeight(pen) + Float(max(lines.count, 1)) * pen.type.lineHeight(.label) + pen.px(12)
  }

  /// A group by its height, its buttons from its corner.
  private static func groups(_ home: Home, width: Float, gap: Float, em: Float, _ pen: Pen)
    -> [(height: Float, buttons: [Rect])]
  {
    let pad = pen.px(20)
    let heading = headingHeight(pen)
    let height = max(heading, pen.px(34))
    return home.groups.map { group in
      let widest = group.names.map { pen.setter.width($0) }.max() ?? 0
      let most = max(Int((width - 2 * pad + gap) / (widest + 2 * em + gap)), 1)
      let rows = max((group.names.count + most - 1) / most, 1)
      let perRow = max((group.names.count + rows - 1) / rows, 1)
      let wide = ((width - 2 * pad - gap * Float(perRow - 1)) / Float(perRow)).rounded(.down)
      let buttons = group.names.indices.map { index in
        Rect(
          x: pad + Float(index % perRow) * (wide + gap),
          y: heading + Float(index / perRow) * (height + gap / 2), width: wide, height: height)
      }
      return (heading + Float(rows) * (height + gap / 2) + gap / 2, buttons)
    }
  }
}
