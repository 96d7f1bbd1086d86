import Canvas

/// A picture like the program's own: a map of pages with their glyphs, a board of pageblocks, panels
/// full of text; some 5000 items.
struct CanvasWorkload {
  let width: Float
  let height: Float
  let glyphs: any GlyphSource
  /// Everything is drawn as for 1920x1080 and enlarged by this.
  private var scale: Float { height / 1080 }

  private static let ground = Color(argb: 0xFF0A_0E12)
  private static let panel = Color(argb: 0xFF12_181F)
  private static let text = Color(argb: 0xFFE8_EDF2)
  private static let hues: [UInt32] = [0xFF46_627F, 0xFF8A_5630, 0xFF4C_8862, 0xFF84_B986, 0xFFC8_E6B6]

  /// The picture at a step; from one step to the next little changes, as when a page is taken.
  func list(step: Int, ground: Color = Self.ground) -> DrawList {
    var list = DrawList()
    list.fill(Rect(x: 0, y: 0, width: width, height: height), ground)
    pageMap(&list, step: step)
    board(&list, step: step)
    panels(&list, step: step)
    return list
  }

  /// 1280 pages: cell, glyph, frames of pageblocks, and the movers of this step.
  private func pageMap(_ list: inout DrawList, step: Int) {
    for row in 0..<20 {
      for block in 0..<4 {
        let frame = rect(20 + Float(block) * 350, 90 + Float(row) * 26, 344, 24)
        let dash: DrawList.Dash = (row + block) % 7 == 0 ? .dashed : .solid
        list.stroke(frame, radius: 4 * scale, width: scale, Color(argb: 0xFF2A_343F), dash: dash)
        for page in 0..<16 {
          let number = (row * 4 + block) * 16 + page
          let taken = number <= step && number > step - 4
          let cell = rect(24 + Float(block) * 350 + Float(page) * 21, 92 + Float(row) * 26, 19, 20)
          if taken {
            list.stroke(cell, radius: 3 * scale, width: 2 * scale, Color(argb: 0xFFFF_B938))
          } else if number % 23 == 0 {
            list.hatch(cell, spacing: 5 * scale, width: scale, Color(argb: 0xFF66_6666))
          } else {
            list.roundedFill(cell, radius: 3 * scale, Color(argb: Self.hues[number * 7 % 5]))
          }
          if number % 4 == 0 {
            let (x, y) = (cell.maxX, cell.minY)
            list.polygon([Point(x - 6, y), Point(x, y), Point(x, y + 6)], Self.ground)
          }
          add(
            ["a", "f", "K", "0", "u"][number % 5], at: Point(cell.x + 5, cell.y + 16), 15, .sansSemiBold,
            &list)
        }
      }
    }
  }

  /// 800 pageblocks of three parts each.
  private func board(_ list: inout DrawList, step: Int) {
    for block in 0..<800 {
      let cell = rect(20 + Float(block % 100) * 14, 630 + Float(block / 100) * 26, 13, 24)
      let free = Float((block * 31 + step / 16) % 20) / 24
      let split = (cell.height * free).rounded()
      list.fill(
        Rect(x: cell.x, y: cell.y, width: cell.width, height: split), Color(argb: Self.hues[2 + block % 3]))
      list.fill(
        Rect(x: cell.x, y: cell.y + split, width: cell.width, height: cell.height - split),
        Color(argb: Self.hues[block % 2]))
    }
    list.line(
      from: Point(20 * scale, 860 * scale), to: Point(1400 * scale, 860 * scale), width: 3 * scale, Self.text)
  }

  /// Panels with lines of text at several sizes.
  private func panels(_ list: inout DrawList, step: Int) {
    for panel in 0..<4 {
      let frame = rect(1440, 20 + Float(panel) * 260, 460, 250)
      list.roundedFill(frame, radius: 10 * scale, Self.panel)
      list.stroke(frame, radius: 10 * scale, width: scale, Color(argb: 0xFF39_444F))
      for line in 0..<8 {
        let y = frame.y + Float(line + 1) * 28 * scale
        add("compact_migrate_scanned \(panel)", at: Point(frame.x + 20 * scale, y), 20, .mono, &list)
        let value = panel == 0 && line == 0 ? step : panel * 1000 + line
        add("\(value)", at: Point(frame.maxX - 90 * scale, y), 20, .monoBold, &list)
      }
    }
    add(
      "Four pages move from the migrate scanner’s block to the free scanner’s.", at: place(20, 910), 30,
      .sans, &list)
    add("Each is copied, its page tables are pointed at the copy.", at: place(20, 950), 27, .sans, &list)
    add("step \(step) of 985", at: place(1200, 60), 30, .sansSemiBold, &list)
    list.line(from: place(200 + Float(step % 900), 980), to: place(600, 1040), width: 3 * scale, Self.text)
  }

  private func rect(_ x: Float, _ y: Float, _ width: Float, _ height: Float) -> Rect {
    Rect(
      x: (x * scale).rounded(), y: (y * scale).rounded(), width: (width * scale).rounded(),
      height: (height * scale).rounded())
  }

  private func place(_ x: Float, _ y: Float) -> Point { Point(x * scale, y * scale) }

  private func add(_ text: String, at origin: Point, _ size: Float, _ face: Face, _ list: inout DrawList) {
    let size = size * scale
    list.text(
      GlyphRun(
        text: text, face: face, size: size, color: Self.text, origin: origin,
        width: glyphs.width(of: text, face: face, size: size)))
  }
}
