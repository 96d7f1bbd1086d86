import Canvas
import Simulation

extension Pen {
  /// A page, or a block of pages drawn as one, in its box (palette, "What a cell looks like").
  mutating func cell(_ look: PageLook, in box: Rect, scale: FreeScale, glyphSize: Float, label: Bool = true) {
    switch look {
    case .free(let order):
      capsule(box, order: order, scale: scale)
      if label { digit(order, in: box, size: glyphSize) }
    case .reserved: reserved(box)
    case .source(let number): hollow(box, theme.migrateScanner, theme.migrateText, number, glyphSize)
    case .target(let number):
      hollow(box, theme.freeScanner, theme.freeText, number, glyphSize)
      foot(box)
    case .held: held(box, glyphSize, label)
    case .captured:
      capsule(box, order: scale.orders - 1, scale: scale)
      list.stroke(box.inset(by: px(3)), radius: px(4), width: px(2), theme.background)
      list.stroke(box, radius: px(6), width: px(3), theme.migrateScanner)
    case .onPerCPUList: perCPU(box, scale)
    case .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps:
      used(look, box, theme.canMove, glyphSize, label)
    case .pinned, .pinnedFile, .kernel, .slab, .pageTable, .hugetlb:
      used(look, box, theme.cannotMove, glyphSize, label)
    }
  }

  /// Where outlines alone tell what a page holds they are no thinner than two pixels.
  private var outline: Float { theme.outlinesUsedPages ? max(px(2), 2) : px(2) }

  /// A free block: one capsule, rounder the larger it is.
  mutating func capsule(_ box: Rect, order: Order, scale: FreeScale) {
    let radius = capsuleRadius(box, order)
    list.roundedFill(box, radius: radius, scale[order])
    if let color = theme.freeOutline { list.stroke(box, radius: radius, width: outline, color) }
  }

  func capsuleRadius(_ box: Rect, _ order: Order) -> Float {
    min(box.height / 2, px(4) + Float(order) * px(3))
  }

  private mutating func digit(_ order: Order, in box: Rect, size: Float) {
    text(Glyphs.number(order), in: box, style(theme.ink, .label, .sansSemiBold), size: size, .center)
  }

  private mutating func used(_ look: PageLook, _ box: Rect, _ hue: Color, _ size: Float, _ label: Bool) {
    let radius = look == .largeFolio || look == .hugetlb ? 0 : px(4)
    if theme.outlinesUsedPages {
      list.roundedFill(box, radius: radius, theme.background)
      list.stroke(box, radius: radius, width: outline, hue)
    } else {
      list.roundedFill(box, radius: radius, hue)
    }
    if look.isPinned { list.stroke(box.inset(by: px(2)), radius: px(3), width: px(1.5), theme.glyph) }
    if look.isFolded { fold(box) }
    switch look {
    case .unevictable:
      let bar = Rect(x: box.x, y: box.maxY - px(4), width: box.width, height: px(3))
      list.fill(bar.inset(x: px(3), y: 0), theme.glyph)
    case .writeback:
      let side = foldSide(box)
      let bar = Rect(x: box.x, y: box.y + px(1), width: box.width - side, height: px(3))
      list.fill(bar.inset(x: px(3), y: 0), theme.glyph)
    case .hugetlb: courses(box, every: max(box.height / 4, px(4)))
    default: break
    }
    if label, let glyph = look.glyph {
      text(glyph, in: box, style(theme.glyph, .label, .sansSemiBold), size: size, .center)
    }
  }

  private func foldSide(_ box: Rect) -> Float { (min(box.width, box.height) * 0.31).rounded() }

  /// The turned-down corner of a file's page.
  private mutating func fold(_ box: Rect) {
    let side = foldSide(box)
    list.fill(Rect(x: box.maxX - side, y: box.y, width: side, height: side), theme.background)
    list.polygon(
      [
        Point(box.maxX - side, box.y), Point(box.maxX, box.y + side), Point(box.maxX - side, box.y + side),
      ], theme.secondaryText)
  }

  /// Horizontal lines of background, as between courses of bricks.
  mutating func courses(_ box: Rect, every pitch: Float, _ color: Color? = nil) {
    var y = box.y + pitch
    while y < box.maxY - 1 {
      list.fill(Rect(x: box.x, y: y.rounded(), width: box.width, height: 1), color ?? theme.background)
      y += pitch
    }
  }

  mutating func reserved(_ box: Rect) {
    let radius = px(4)
    if theme.outlinesUsedPages {
      list.hatch(box.inset(by: 1), spacing: px(6), width: px(2), theme.reserved)
    } else {
      list.roundedFill(box, radius: radius, theme.reserved)
      list.hatch(
        box.inset(by: px(1)), spacing: px(5), width: px(2),
        theme.reserved.mixed(with: theme.background, share: 0.55))
    }
  }

  private mutating func hollow(_ box: Rect, _ hue: Color, _ ink: Color, _ number: Int, _ size: Float) {
    list.roundedFill(box, radius: px(4), theme.background)
    list.stroke(box, radius: px(4), width: outline, hue)
    guard number > 0 else { return }
    // A whole pageblock may be taken at once: numbers of three digits are set smaller, as far as they can
    // still be read.
    let text = Glyphs.number(number)
    let room = box.width - 2 * px(2)
    let width = setter.glyphs.width(of: text, face: .sansSemiBold, size: size)
    let fitting = width > room ? (size * room / width).rounded(.down) : size
    guard fitting >= min(size, TypeScale.floor) else { return }
    self.text(text, in: box, style(ink, .label, .sansSemiBold), size: fitting, .center)
  }

  private mutating func held(_ box: Rect, _ size: Float, _ label: Bool) {
    list.roundedFill(box, radius: px(4), theme.background)
    list.stroke(box, radius: px(4), width: outline, theme.freeScanner)
    foot(box)
    guard label else { return }
    let word = words("page.held-mark")
    let room = box.inset(x: px(3), y: 0)
    // Somewhat smaller where it must be, as long as it can be read.
    let width = setter.glyphs.width(of: word, face: .sansSemiBold, size: size)
    let fitting = width > room.width ? (size * room.width / width).rounded(.down) : size
    let least = type.isPresenting ? size * 0.9 : 0
    if fitting >= least,
      setter.glyphs.metrics(face: .sansSemiBold, size: fitting).capHeight >= TypeScale.floor
    {
      text(word, in: room, style(theme.freeText, .label, .sansSemiBold), size: fitting, .center)
    }
  }

  /// What the free scanner has taken stands on a thick foot, which no colour is needed to see.
  private mutating func foot(_ box: Rect) {
    let height = px(5)
    list.fill(
      Rect(x: box.x + px(2), y: box.maxY - height, width: box.width - 2 * px(2), height: height),
      theme.freeText)
  }

  /// On a per-CPU list: a small ring in a dotted outline, in the hue of the smallest free block.
  private mutating func perCPU(_ box: Rect, _ scale: FreeScale) {
    let hue = theme.freeOutline ?? scale[0]
    list.roundedFill(box, radius: px(4), theme.background)
    list.stroke(box, radius: px(4), width: outline, hue, dash: .dotted)
    let side = (min(box.width, box.height) * 0.36).rounded()
    let ring = Rect(
      x: (box.midX - side / 2).rounded(), y: (box.midY - side / 2).rounded(), width: side, height: side)
    list.stroke(ring, radius: side / 2, width: outline, hue)
  }
}
