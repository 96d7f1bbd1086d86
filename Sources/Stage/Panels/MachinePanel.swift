import Canvas

extension Panel {
  public static let machine = Panel("machine")
}

/// Free blocks of a running machine, titled with its name. Numbers are never cut.
struct MachinePanel: ColumnPanel {
  static let panel = Panel.machine
  static let worth = 50
  static let stay = PanelStay.whileOpen

  let blocks: MachineBlocks

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let table = MachineTable(
      blocks, width: sizes.width - 2 * sizes.padding, sizes.setter, gap: 12 * sizes.unit)
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: table.rows.count,
      pitch: (sizes.em * 1.22).rounded())
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let heading = pen.words("machine.heading", ["host": .text(blocks.host)])
    let (rest, body) = PanelFrame.draw(heading, in: rect, with: &pen)
    let source = pen.words("machine.source")
    if pen.setter.width(source, .label, .mono) <= rest.width {
      pen.text(source, in: rest, pen.style(pen.theme.secondaryText, .label, .mono), .right)
    }
    let table = MachineTable(blocks, width: body.width, pen.setter, gap: pen.px(12))
    // All rows of a taller panel stand at its top.
    let pitch = min(
      body.height / Float(max(table.rows.count, 1)), (pen.type.size(.label, .sans) * 1.5).rounded())
    for (index, row) in table.rows.enumerated() {
      let place = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      draw(row, table, in: place, with: &pen)
    }
  }

  private func draw(_ row: MachineTable.Row, _ table: MachineTable, in place: Rect, with pen: inout Pen) {
    let color = row.isNote ? pen.theme.secondaryText : pen.theme.text
    guard !row.cells.isEmpty else {
      pen.text(row.title, in: place, pen.style(color))
      return
    }
    pen.text(
      row.title, in: place,
      pen.style(color, .label, row.isNote ? .sans : .sansSemiBold))
    var right = place.maxX
    for (text, width) in zip(row.cells, table.widths).reversed() {
      pen.text(
        text, in: Rect(minX: right - width, minY: place.y, maxX: right, maxY: place.maxY), pen.style(color),
        .right)
      right -= width + table.gap
    }
  }
}
