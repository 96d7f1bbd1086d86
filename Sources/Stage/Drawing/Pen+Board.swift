import Canvas
import Simulation
import Words

/// What a board is made of.
extension Pen {
  /// Free memory of a board's cell.
  mutating func boardFree(_ rect: Rect, order: Order, scale: FreeScale) {
    list.fill(rect, scale[order])
    guard let outline = theme.freeOutline, rect.height > 2 else { return }
    if rect.width > 7 {
      list.stroke(rect, width: 1, outline)
    } else {
      list.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), outline)
    }
  }

  /// Used memory of a board's cell.
  mutating func boardUsed(_ rect: Rect, _ hue: Color) {
    if theme.outlinesUsedPages {
      list.stroke(rect, width: 1, hue)
    } else {
      list.fill(rect, hue)
    }
  }

  mutating func boardReserved(_ rect: Rect) {
    if !theme.outlinesUsedPages { list.fill(rect, theme.reserved) }
    list.hatch(
      rect, spacing: px(5), width: px(2),
      theme.outlinesUsedPages ? theme.reserved : theme.reserved.mixed(with: theme.background, share: 0.55))
  }

  /// A frame around a cell, with a moat.
  mutating func cellFrame(_ box: Rect, _ hue: Color) {
    let width = px(3)
    list.stroke(box.inset(by: -width), radius: px(3), width: width, theme.background)
    list.stroke(box.inset(by: -2 * width), radius: px(5), width: width, hue)
    list.stroke(box.inset(by: -2 * width - 1), radius: px(6), width: 1, theme.background)
  }

  /// Words between dotted lines: nothing is here.
  mutating func holeLabel(_ text: String, in row: Rect) {
    let room = row.inset(x: px(30), y: 0)
    let width = self.text(text, in: room, style(theme.secondaryText), .center)
    let gap = px(14)
    for (from, to) in [
      (row.x, row.midX - width / 2 - gap), (row.midX + width / 2 + gap, row.maxX),
    ] where to - from > gap {
      list.line(
        from: Point(from, row.midY.rounded()), to: Point(to, row.midY.rounded()), width: px(2),
        theme.hairline,
        dash: .dotted)
    }
  }

  /// What is where there is no memory, from where to where. A board's file may call it by a name of its own.
  func name(of hole: BoardMap.Hole) -> String {
    let key = "board.hole.\(hole.key)"
    if words.contains(key) { return words(key, ends(of: hole.range)) }
    return words("board.hole.named", ends(of: hole.range).merging(["name": .text(hole.key)]) { $1 })
  }

  /// Its name and size.
  func shortName(of hole: BoardMap.Hole) -> String {
    let key = "board.hole-name.\(hole.key)"
    return words(
      "board.hole-name.sized",
      [
        "name": .text(words.contains(key) ? words(key) : hole.key), "size": .bytes(hole.range.count * 4096),
      ])
  }

  /// From where to where, the unit said once where both share it.
  func ends(of range: Range<Pfn>) -> [String: Value] {
    let (from, to) = (address(range.lowerBound), address(range.upperBound))
    let (amount, unit) = (from.split(separator: "\u{A0}"), to.split(separator: "\u{A0}").last)
    let isShared = amount.count == 2 && amount.last == unit
    return ["from": .text(isShared ? String(amount[0]) : from), "to": .text(to)]
  }

  /// A page's address in GiB, or finer where it is no round number of them.
  func address(_ pfn: Pfn) -> String {
    pfn == 0 ? "0" : words.numerals.bytes(pfn * 4096)
  }
}
