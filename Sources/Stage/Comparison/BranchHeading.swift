import Canvas

/// Above the map of a branch: which one it is, where it stands, what happened there.
enum BranchHeading {
  static func height(setter: Typesetter) -> Float {
    (setter.type.size(.heading, .sansSemiBold) * 1.5).rounded()
      + (setter.type.size(.label, .sans) * 1.5).rounded()
  }

  /// - Parameter isOwn: whether it is the branch that keys go to.
  static func draw(_ branch: Beside.Branch, isOwn: Bool, in rect: Rect, with painter: inout Painter) {
    let theme = painter.theme
    let pitch = (painter.type.size(.heading, .sansSemiBold) * 1.5).rounded()
    let row = Rect(x: rect.x, y: rect.y, width: rect.width, height: pitch)
    let placeWidth = painter.setter.width(branch.place, .label, .sansSemiBold) + painter.px(14)
    painter.text(branch.place, in: row, painter.style(theme.text, .label, .sansSemiBold), .right)
    var name = row
    name.width = max(row.width - placeWidth, 0)
    let shown = painter.setter.whole(branch.name, within: name.width, .heading, .sansSemiBold)
    painter.text(
      shown.isEmpty ? branch.name : shown, in: name,
      painter.style(isOwn ? theme.goodNews : theme.text, .heading, .sansSemiBold))
    painter.text(
      branch.event,
      in: Rect(minX: rect.x, minY: row.maxY, maxX: rect.maxX, maxY: rect.maxY),
      painter.style(isOwn ? theme.text : theme.secondaryText))
    if isOwn {
      painter.list.fill(
        Rect(x: rect.x - painter.px(12), y: rect.y, width: painter.px(4), height: rect.height), theme.goodNews
      )
    }
  }
}
