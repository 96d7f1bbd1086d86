import Canvas

extension Panel {
  public static let machine = Panel("machine")
}

/// Free blocks of a running machine: a row for each order, the largest on top, and a column for each zone.
struct MachinePanel: ColumnPanel {
  static let panel = Panel.machine
  static let worth = 50

  let blocks: MachineBlocks

  func need(_ sizes: PanelSizes) -> PanelNeed {
    PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: blocks.orders + 1,
      pitch: (sizes.em * 1.22).rounded())
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let (rest, body) = PanelFrame.draw(pen.words("machine.heading"), in: rect, with: &pen)
    pen.text(
      pen.words("machine.source"), in: rest, pen.style(pen.theme.secondaryText, .label, .mono),
      .right)
    let orderWidth = pen.setter.width("00", .label, .sansSemiBold) + pen.px(12)
    let width = (body.width - orderWidth) / Float(max(blocks.zones.count, 1))
    let rows = blocks.orders + 1
    func cell(_ row: Int, _ column: Int) -> Rect {
      let row = PanelFrame.row(row, of: rows, in: body)
      return Rect(x: body.x + orderWidth + Float(column) * width, y: row.y, width: width, height: row.height)
    }
    for (column, zone) in blocks.zones.enumerated() {
      pen.text(zone.name, in: cell(0, column), pen.style(pen.theme.secondaryText), .right)
    }
    for order in 0..<blocks.orders {
      let row = blocks.orders - order
      pen.text(
        pen.words.numerals.number(order), in: PanelFrame.row(row, of: rows, in: body),
        pen.style(pen.theme.text, .label, .sansSemiBold))
      for (column, zone) in blocks.zones.enumerated() where zone.counts.indices.contains(order) {
        pen.text(
          pen.words.numerals.number(zone.counts[order]), in: cell(row, column),
          pen.style(pen.theme.text), .right)
      }
    }
  }
}
