import Canvas
import Words

/// Where we are: the lesson or board, what is run, and the step.
enum TitleBar {
  static func draw(_ title: Title, in rect: Rect, with pen: inout Pen) {
    let theme = pen.theme
    pen.list.fill(rect, theme.panel)
    pen.list.fill(
      Rect(x: rect.x, y: rect.maxY - pen.px(1), width: rect.width, height: pen.px(1)), theme.hairline)
    let room = rect.inset(x: pen.px(32), y: 0)
    let right = drawProgress(title, in: room, with: &pen)
    var x = room.x
    if let number = title.number {
      x += pen.text(
        Glyphs.number(number), in: room, pen.style(theme.secondaryText, .title, .sansSemiBold))
      x += pen.px(15)
    }
    x += pen.text(
      title.name, in: Rect(minX: x, minY: room.y, maxX: right, maxY: room.maxY),
      pen.style(theme.text, .title, .sansSemiBold))
    if let branch = title.branch { x += drawBranch(branch, at: x, in: room, upTo: right, with: &pen) }
    x += pen.px(37)
    let line = (pen.type.size(.label, .sans) * 1.24).rounded()
    let setter = pen.setter
    if title.step == nil, title.facts.count == 1 {
      // What stands alone is a sentence, not a fact beside a step.
      let rest = Rect(minX: x, minY: room.y, maxX: right, maxY: room.maxY)
      pen.text(title.facts[0], in: rest, pen.style(theme.text, .body))
      return
    }
    let shown = title.facts.prefix(2).map { setter.whole($0, within: right - x, .label, .sans) }
    let facts = shown.filter { !$0.isEmpty }
    var y = rect.midY - line * Float(facts.count) / 2
    for (index, fact) in facts.enumerated() {
      pen.text(
        fact, in: Rect(minX: x, minY: y, maxX: right, maxY: y + line),
        pen.style(index == 0 ? theme.text : theme.secondaryText))
      y += line
    }
  }

  /// Which branch of the run it is, in an outline; returns the width it takes.
  private static func drawBranch(
    _ branch: Title.Branch, at left: Float, in room: Rect, upTo right: Float, with pen: inout Pen
  ) -> Float {
    let (gap, padding) = (pen.px(20), pen.px(14))
    let most = right - left - gap - 2 * padding
    let fitting = [branch.full, branch.name].first {
      pen.setter.width($0, .body, .sansSemiBold) + 1 <= most
    }
    guard let name = fitting else { return 0 }
    let width = pen.setter.width(name, .body, .sansSemiBold) + 1
    let height = (pen.type.size(.body, .sansSemiBold) * 1.6).rounded()
    let box = Rect(
      x: left + gap, y: (room.midY - height / 2).rounded(), width: width + 2 * padding, height: height)
    pen.list.stroke(box, radius: height / 2, width: pen.px(2), pen.theme.goodNews)
    pen.text(
      name, in: box.inset(x: padding, y: 0), pen.style(pen.theme.goodNews, .body, .sansSemiBold))
    return gap + box.width
  }

  /// Play sign, speed and step at the right end; returns where they begin.
  private static func drawProgress(_ title: Title, in room: Rect, with pen: inout Pen) -> Float {
    let theme = pen.theme
    var right = room.maxX
    if let step = title.step {
      let style = pen.style(title.isBefore ? theme.migrateText : theme.text, .body, .sansSemiBold)
      let said = Self.text(of: step, title, pen.words)
      // As much room as the last step takes, so that what stands before it stays where it is.
      let last = Self.text(of: title.steps ?? step, title, pen.words)
      let widest = pen.setter.width(Glyphs.zeros(like: last), .body, .sansSemiBold)
      right -= max(pen.text(said, in: room, style, .right), widest) + pen.px(28)
    } else if let note = title.note {
      right -= pen.text(note, in: room, pen.style(theme.secondaryText), .right) + pen.px(28)
    }
    if let stop = title.stop {
      let said = pen.words("lesson.stop", ["stop": .number(stop.number), "total": .number(stop.count)])
      let rest = Rect(minX: room.x, minY: room.y, maxX: right, maxY: room.maxY)
      right -= pen.text(said, in: rest, pen.style(theme.secondaryText, .body), .right) + pen.px(28)
    }
    if let speed = title.speed {
      let text = pen.words("title.speed", ["speed": .text(Self.text(of: speed, pen))])
      let width = pen.text(
        text, in: Rect(minX: room.x, minY: room.y, maxX: right, maxY: room.maxY),
        pen.style(theme.secondaryText, .body), .right)
      let size = (pen.type.capHeight(.body) * 1.05).rounded()
      let sign = Rect(
        x: right - width - pen.px(11) - size, y: (room.midY - size / 2).rounded(), width: size,
        height: size)
      if title.isPlaying {
        for x in [sign.x, sign.maxX - size * 0.36] {
          pen.list.fill(Rect(x: x, y: sign.y, width: size * 0.36, height: size), theme.text)
        }
      } else {
        pen.list.polygon(
          [Point(sign.x, sign.y), Point(sign.maxX, sign.midY), Point(sign.x, sign.maxY)], theme.secondaryText)
      }
      let left = sign.x - pen.px(8)
      pen.hits.add(
        Rect(minX: left, minY: room.y, maxX: right, maxY: room.maxY), .playPause)
      right = left - pen.px(16)
    }
    return right
  }

  /// Where in the run we are. Before the first step there is none to speak of yet.
  static func text(of step: Int, _ title: Title, _ words: Catalogue) -> String {
    if step == 0 {
      return title.steps.map { words("title.start-of", ["steps": .number($0)]) } ?? words("title.start")
    }
    let text = words.step(step, of: title.steps)
    return title.isBefore ? words("title.before", ["step": .text(text)]) : text
  }

  private static func text(of speed: Double, _ pen: Pen) -> String {
    let digits = speed.rounded() == speed ? 0 : (speed * 2).rounded() == speed * 2 ? 1 : 2
    return pen.words.numerals.decimal(speed, digits: digits)
  }
}
