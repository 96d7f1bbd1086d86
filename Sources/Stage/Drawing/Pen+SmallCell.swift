import Canvas

extension Pen {
  /// Too small for letters: kinds of one hue are told apart by their shape.
  mutating func smallCell(_ look: PageLook, in box: Rect, scale: FreeScale) {
    let radius = min(box.height / 4, 3)
    switch look {
    case .free(let order):
      list.roundedFill(box, radius: min(box.height / 2, 1 + Float(order)), scale[order])
      if let outline = theme.freeOutline {
        list.stroke(box, radius: min(box.height / 2, 1 + Float(order)), width: 1, outline)
      }
    case .anonymous, .unevictable, .largeFolio, .movableOps: smallUsed(box, radius, theme.canMove)
    case .file, .dirty, .writeback:
      smallUsed(box, radius, theme.canMove)
      let side = (box.height * 0.45).rounded()
      list.polygon(
        [Point(box.maxX - side, box.y), Point(box.maxX, box.y), Point(box.maxX, box.y + side)], theme.panel)
    case .kernel, .slab, .pageTable, .hugetlb: smallUsed(box, radius, theme.cannotMove)
    case .pinned, .pinnedFile:
      smallUsed(box, radius, theme.cannotMove)
      list.line(
        from: Point(box.x + 2, box.maxY - 2), to: Point(box.maxX - 2, box.y + 2), width: 1.5, theme.glyph)
    case .reserved: boardReserved(box)
    case .source: list.stroke(box, radius: radius, width: 2, theme.migrateScanner)
    case .target, .held:
      list.stroke(box, radius: radius, width: 2, theme.freeScanner)
      let foot = (box.height * 0.4).rounded()
      list.fill(Rect(x: box.x + 1, y: box.maxY - foot, width: box.width - 2, height: foot), theme.freeScanner)
    case .captured:
      list.roundedFill(box, radius: min(box.height / 2, Float(scale.orders)), scale[scale.orders - 1])
      list.stroke(box.inset(by: 2), radius: radius, width: 1, theme.freeOutline ?? theme.ink)
      list.stroke(box, radius: radius, width: 2, theme.migrateScanner)
    case .onPerCPUList:
      list.stroke(box, radius: radius, width: 1, theme.freeOutline ?? scale[0], dash: .dotted)
    }
  }

  private mutating func smallUsed(_ box: Rect, _ radius: Float, _ hue: Color) {
    if theme.outlinesUsedPages {
      list.stroke(box, radius: radius, width: 1, hue)
    } else {
      list.roundedFill(box, radius: radius, hue)
    }
    // The hue is not enough: what can't move has courses.
    guard hue == theme.cannotMove else { return }
    courses(box, every: max((box.height / 3).rounded(), 2), theme.outlinesUsedPages ? hue : nil)
  }
}
