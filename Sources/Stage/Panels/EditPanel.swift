import Canvas

extension Panel {
  public static let edit = Panel("edit")
}

/// What a page can be painted with, and the settings of the run; what finds no room is scrolled to.
struct EditPanel: ColumnPanel {
  static let panel = Panel.edit
  static let worth = 90
  static let stay = PanelStay.whileOpen

  /// Distance of rows in em.
  private static let pitch: Float = 1.5
  let form: EditForm

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let pitch = (sizes.em * Self.pitch).rounded()
    // No more than a part of the window: the rest is scrolled to.
    let most = max(Int(sizes.unit * 1080 * 0.62 / pitch), 4)
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: min(form.rows, most), pitch: pitch)
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let (rest, room) = PanelFrame.draw(pen.words("edit.panel"), in: rect, with: &pen)
    pen.text(form.count, in: rest, pen.style(pen.theme.secondaryText), .right)
    var body = room
    body.height -= drawRefusal(in: room, with: &pen)
    let least = (pen.type.size(.label, .sans) * Self.pitch).rounded()
    let chosen = form.selection.map { form.brushes.count + 1 + $0 } ?? form.brush
    let shown = ShownRows(of: form.rows, fitting: Int(body.height / least), around: chosen)
    for (index, row) in shown.range.enumerated() {
      draw(row, in: PanelFrame.row(index, of: shown.count, in: body), with: &pen)
    }
    pen.scrollMark(shown, in: body)
  }

  /// Why something can't be changed so, at the foot of the panel, one row left above it; returns its height.
  private func drawRefusal(in body: Rect, with pen: inout Pen) -> Float {
    guard let refusal = form.refusal else { return 0 }
    var size = pen.type.size(.label, .sans)
    let most = body.height - (size * Self.pitch).rounded()
    var lines: [String] = []
    repeat {
      lines = pen.setter.wrapped(refusal, to: body.width, .sans, size: size)
      size -= 1
    } while Float(lines.count) * ((size + 1) * 1.25) > most && size > 8
    let pitch = ((size + 1) * 1.25).rounded()
    let height = Float(lines.count) * pitch
    for (index, line) in lines.enumerated() {
      let row = Rect(
        x: body.x, y: body.maxY - height + Float(index) * pitch, width: body.width + 1, height: pitch)
      pen.text(line, in: row, pen.style(pen.theme.migrateText), size: size + 1, .left)
    }
    return height
  }

  private func draw(_ number: Int, in row: Rect, with pen: inout Pen) {
    if number < form.brushes.count {
      draw(form.brushes[number], isChosen: number == form.brush, in: row, with: &pen)
      pen.hits.add(row, .brush(number))
    } else if number == form.brushes.count {
      let right = key(form.pageblockKey, in: row, with: &pen)
      value(
        of: form.pageblock, in: Rect(minX: row.x, minY: row.y, maxX: right, maxY: row.maxY), with: &pen)
      pen.hits.add(row, .pageblockType)
    } else {
      let index = number - form.brushes.count - 1
      if form.selection == index { pen.litRow(row) }
      draw(form.settings[index], index, in: row, with: &pen)
    }
  }

  private func draw(_ brush: EditForm.Brush, isChosen: Bool, in row: Rect, with pen: inout Pen) {
    if isChosen { pen.litRow(row) }
    let size = pen.type.size(.label, .sans)
    let box = Rect(
      x: row.x, y: (row.midY - size * 0.6).rounded(), width: (size * 1.2).rounded(),
      height: (size * 1.2).rounded())
    pen.cell(brush.look, in: box, scale: pen.theme.freeScale(orders: 2), glyphSize: size)
    let right = key(brush.key, in: row, with: &pen)
    let face: Face = isChosen ? .sansSemiBold : .sans
    pen.text(
      pen.words(brush.look.key),
      in: Rect(minX: box.maxX + pen.px(12), minY: row.y, maxX: right, maxY: row.maxY),
      pen.style(pen.theme.text, .label, face))
  }

  /// A key at the right end of a row; returns where it begins.
  private func key(_ name: String, in row: Rect, with pen: inout Pen) -> Float {
    row.maxX - pen.text(name, in: row, pen.style(pen.theme.text, .label, .sansSemiBold), .right)
      - pen.px(12)
  }

  private func draw(_ setting: EditForm.Setting, _ index: Int, in row: Rect, with pen: inout Pen) {
    let style = pen.style(pen.theme.secondaryText, .label, .sansSemiBold)
    let arrow = pen.setter.width("›", .label, .sansSemiBold) + pen.px(8)
    pen.text("›", in: row, style, .right)
    let inner = Rect(minX: row.x, minY: row.y, maxX: row.maxX - arrow, maxY: row.maxY)
    let left = inner.maxX - value(of: setting, in: inner, keeping: arrow, with: &pen)
    pen.text("‹", in: Rect(minX: left - arrow, minY: row.y, maxX: left, maxY: row.maxY), style)
    let middle = (left + inner.maxX) / 2
    pen.hits.add(
      Rect(minX: row.x, minY: row.y, maxX: middle, maxY: row.maxY), .setting(index, by: -1))
    pen.hits.add(
      Rect(minX: middle, minY: row.y, maxX: row.maxX, maxY: row.maxY), .setting(index, by: 1))
  }

  /// Draws name and value, the name with `keeping` pixels between, in smaller letters where they would not find room
  /// beside each other; returns the value's width.
  @discardableResult
  private func value(
    of setting: EditForm.Setting, in row: Rect, keeping: Float = 0, with pen: inout Pen
  ) -> Float {
    let theme = pen.theme
    let room = row.width - keeping - pen.px(14)
    let wanted = pen.setter.width(setting.name) + pen.setter.width(setting.value, .label, .sansSemiBold)
    func size(_ face: Face) -> Float {
      let usual = pen.type.size(.label, face)
      return wanted > room ? max((usual * room / wanted).rounded(.down), usual / 3) : usual
    }
    let face = Face.sansSemiBold
    let width = min(pen.setter.glyphs.width(of: setting.value, face: face, size: size(face)) + 1, room)
    pen.text(
      setting.name, in: Rect(x: row.x, y: row.y, width: max(room - width, 0) + 1, height: row.height),
      pen.style(theme.secondaryText), size: size(.sans), .left)
    pen.text(
      setting.value, in: Rect(x: row.maxX - width, y: row.y, width: width, height: row.height),
      pen.style(setting.isChanged ? theme.migrateText : theme.text, .label, face), size: size(face), .right)
    return width
  }
}
