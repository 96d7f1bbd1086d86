import Canvas

/// Above the map of a branch: which one it is, where it stands, what happened there.
enum BranchHeading {
  static func height(setter: Typesetter) -> Float {
    (setter.type.size(.heading, .sansSemiBold) * 1.5).rounded()
      + (setter.type.size(.label, .sans) * 1.5).rounded()
  }

  /// What the heading leaves of a branch's room to its map.
  static func room(below rect: Rect, setter: Typesetter, unit: Float) -> Rect {
    let top = rect.y + height(setter: setter) + max((8 * unit).rounded(), 1)
    return Rect(minX: rect.x, minY: top, maxX: rect.maxX, maxY: rect.maxY)
  }

  /// - Parameters:
  ///   - isOwn: whether it is the branch that keys go to.
  ///   - room: of the branch, map included.
  static func draw(_ branch: Beside.Branch, isOwn: Bool, in room: Rect, with pen: inout Pen) {
    let rect = Rect(x: room.x, y: room.y, width: room.width, height: height(setter: pen.setter))
    let theme = pen.theme
    let pitch = (pen.type.size(.heading, .sansSemiBold) * 1.5).rounded()
    let row = Rect(x: rect.x, y: rect.y, width: rect.width, height: pitch)
    let placeWidth = pen.setter.width(branch.place, .label, .sansSemiBold) + pen.px(14)
    pen.text(branch.place, in: row, pen.style(theme.text, .label, .sansSemiBold), .right)
    var name = row
    name.width = max(row.width - placeWidth, 0)
    let shown = pen.setter.whole(branch.name, within: name.width, .heading, .sansSemiBold)
    pen.text(
      shown.isEmpty ? branch.name : shown, in: name,
      pen.style(isOwn ? theme.goodNews : theme.text, .heading, .sansSemiBold))
    pen.text(
      branch.event,
      in: Rect(minX: rect.x, minY: row.maxY, maxX: rect.maxX, maxY: rect.maxY),
      pen.style(isOwn ? theme.text : theme.secondaryText))
    if isOwn {
      pen.list.fill(
        Rect(x: rect.x - pen.px(12), y: rect.y, width: pen.px(4), height: rect.height), theme.goodNews
      )
    }
  }
}
