import Canvas
import Simulation

extension Panel {
  public static let freeBlocks = Panel("freeBlocks")
}

/// Free blocks by order, the largest on top, with a ghost of another time or place.
struct FreeBlocksPanel: ColumnPanel {
  static let panel = Panel.freeBlocks
  static let worth = 60

  let blocks: FreeBlocks
  let perCPU: [PerCPUPages]

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let orders = blocks.counts.count
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: orders + (perCPU.isEmpty ? 0 : 1),
      pitch: (sizes.em * (orders > 8 ? 1.22 : 1.4)).rounded())
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let words = pen.words
    let heading =
      blocks.measure == .pages && !blocks.namesZone
      ? words("free-blocks.heading")
      : words("free-blocks.heading-zone", ["zone": .text(blocks.zone.description)])
    let (rest, body) = PanelFrame.draw(heading, in: rect, with: &pen)
    drawKey(in: rest, with: &pen)
    let extra = perCPU.isEmpty ? 0 : 1
    let count = blocks.counts.count + extra
    let columns = Columns(blocks, body: body, pen: pen)
    let scale = pen.theme.freeScale(orders: blocks.counts.count)
    let longest = longestBar
    for (index, order) in blocks.counts.indices.reversed().enumerated() {
      let row = PanelFrame.row(index, of: count, in: body)
      draw(order, in: row, columns, scale, longest: longest, with: &pen)
    }
    if extra > 0 {
      drawPerCPU(
        in: PanelFrame.row(count - 1, of: count, in: body), columns, scale, longest: longest, with: &pen)
    }
  }

  /// Where the columns of the table stand.
  private struct Columns {
    var order: Float
    var size: (from: Float, to: Float)?
    var bar: (from: Float, to: Float)
    var count: (from: Float, to: Float)
    var ghost: (from: Float, to: Float)?

    init(_ blocks: FreeBlocks, body: Rect, pen: Pen) {
      let setter = pen.setter
      let gap = pen.px(12)
      order = setter.width(blocks.counts.count > 10 ? "00" : "0", .body, .sansSemiBold)
      var left = body.x + order + gap
      if blocks.measure == .pages, body.width > setter.type.size(.label, .sans) * 20 {
        let width = setter.width("000 KiB")
        size = (left, left + width)
        left += width + gap
      }
      var right = body.maxX
      func widest(_ counts: [Int], _ role: TypeScale.Role, _ face: Face) -> Float {
        let largest = Glyphs.zeros(like: setter.words.numerals.number(max(counts.max() ?? 0, 10)))
        return setter.width(largest, role, face) + 1
      }
      if blocks.measure == .logBlocks, let counts = blocks.ghostCounts {
        let width = widest(counts, .label, .sans)
        ghost = (right - width, right)
        right -= width + gap
      }
      let width = widest(blocks.counts, blocks.measure == .pages ? .heading : .label, .sansSemiBold)
      count = (right - width * 1.06, right)
      bar = (left, right - width * 1.06 - gap)
    }
  }

  /// Amount at which a bar is full.
  private var longestBar: Double {
    let ghosts = blocks.ghostCounts ?? []
    let amounts = (0..<blocks.counts.count).flatMap { order in
      [amount(blocks.counts[order], order), order < ghosts.count ? amount(ghosts[order], order) : 0]
    }
    return max(amounts.max() ?? 0, 1) * 1.06
  }

  private func amount(_ count: Int, _ order: Order) -> Double {
    switch blocks.measure {
    case .pages: Double(count << order)
    case .logBlocks: Self.log2(count + 1)
    }
  }

  /// Near enough for the length of a bar.
  private static func log2(_ value: Int) -> Double {
    let whole = Int.bitWidth - 1 - value.leadingZeroBitCount
    return Double(whole) + Double(value) / Double(1 << whole) - 1
  }

  private func drawKey(in rest: Rect, with pen: inout Pen) {
    let style = pen.style(pen.theme.secondaryText)
    let words = pen.words
    var right = rest.maxX
    let ghost: String? =
      switch blocks.ghost {
      case .none: nil
      case .before: words("free-blocks.before")
      case .live: words("free-blocks.board-now")
      }
    if let ghost {
      let width = pen.setter.width(ghost)
      let needed = width + pen.px(18)
      guard needed <= rest.width else { return }
      pen.text(ghost, in: Rect(x: right - width, y: rest.y, width: width + 1, height: rest.height), style)
      let mark = Rect(
        x: right - width - pen.px(14), y: rest.y + rest.height * 0.22, width: pen.px(3),
        height: rest.height * 0.56)
      drawGhost(in: mark, with: &pen)
      right -= needed + pen.px(12)
    }
    let measure = words(blocks.measure == .pages ? "free-blocks.bar-pages" : "free-blocks.log-scale")
    let width = pen.setter.width(measure)
    guard right - width >= rest.x else { return }
    pen.text(measure, in: Rect(x: right - width, y: rest.y, width: width + 1, height: rest.height), style)
  }

  private func drawGhost(in rect: Rect, with pen: inout Pen) {
    let x = rect.midX.rounded()
    pen.list.line(
      from: Point(x, rect.minY), to: Point(x, rect.maxY), width: pen.px(3), pen.theme.text,
      dash: .dotted)
  }

  private func draw(
    _ order: Order, in row: Rect, _ columns: Columns, _ scale: FreeScale, longest: Double,
    with pen: inout Pen
  ) {
    let theme = pen.theme
    let role: TypeScale.Role = blocks.measure == .pages ? .heading : .label
    pen.text(
      Glyphs.number(order), in: Rect(x: row.x, y: row.y, width: columns.order, height: row.height),
      pen.style(theme.text, role, .sansSemiBold), blocks.counts.count > 10 ? .right : .left)
    if let size = columns.size {
      pen.text(
        pen.words.numerals.bytes(4096 << order),
        in: Rect(minX: size.from, minY: row.y, maxX: size.to, maxY: row.maxY),
        pen.style(theme.secondaryText), .right)
    }
    let height = (row.height * 0.7).rounded()
    let track = Rect(
      minX: columns.bar.from, minY: (row.midY - height / 2).rounded(), maxX: columns.bar.to,
      maxY: (row.midY - height / 2).rounded() + height)
    pen.list.roundedFill(track, radius: pen.px(4), theme.background)
    var bar = track
    bar.width = (track.width * Float(amount(blocks.counts[order], order) / longest)).rounded(.up)
    if bar.width > 0 {
      pen.list.roundedFill(bar, radius: min(pen.px(4), bar.width / 2), scale[order])
      if let outline = theme.freeOutline {
        pen.list.stroke(bar, radius: min(pen.px(4), bar.width / 2), width: 1, outline)
      }
    }
    if let ghosts = blocks.ghostCounts, ghosts.indices.contains(order) {
      let share = Float(min(amount(ghosts[order], order) / longest, 1))
      let mark = Rect(
        x: track.x + track.width * share - pen.px(3) / 2, y: row.y + 1, width: pen.px(3),
        height: row.height - 2)
      drawGhost(in: mark, with: &pen)
    }
    pen.text(
      pen.words.numerals.number(blocks.counts[order]),
      in: Rect(minX: columns.count.from, minY: row.y, maxX: columns.count.to, maxY: row.maxY),
      pen.style(theme.text, role, .sansSemiBold), .right)
    if let ghost = columns.ghost, let counts = blocks.ghostCounts, counts.indices.contains(order) {
      pen.text(
        pen.words.numerals.number(counts[order]),
        in: Rect(minX: ghost.from, minY: row.y, maxX: ghost.to, maxY: row.maxY),
        pen.style(theme.secondaryText), .right)
    }
  }

  /// Pages on the per-CPU lists, below the orders: together with the bars they add up to the same sum.
  private func drawPerCPU(
    in row: Rect, _ columns: Columns, _ scale: FreeScale, longest: Double, with pen: inout Pen
  ) {
    let theme = pen.theme
    let pages = perCPU.reduce(0) { $0 + $1.count }
    let high = perCPU.reduce(0) { $0 + $1.high }
    let label = pen.words("free-blocks.per-cpu")
    let labelEnd = columns.size?.to ?? row.x + pen.setter.width(label)
    pen.text(
      label, in: Rect(minX: row.x, minY: row.y, maxX: max(labelEnd, row.x + 1), maxY: row.maxY),
      pen.style(theme.secondaryText))
    let start = max(labelEnd + pen.px(12), columns.bar.from)
    let height = (row.height * 0.7).rounded()
    let track = Rect(
      minX: start, minY: (row.midY - height / 2).rounded(), maxX: columns.bar.to,
      maxY: (row.midY - height / 2).rounded() + height)
    guard track.width > 0 else { return }
    pen.list.roundedFill(track, radius: pen.px(4), theme.background)
    let amount =
      blocks.measure == .pages ? Double(pages) / longest : Double(pages) / Double(max(high, pages, 1))
    var bar = track
    bar.width = (track.width * Float(min(amount, 1))).rounded(.up)
    if bar.width > pen.px(4) {
      pen.list.stroke(
        bar, radius: pen.px(4), width: pen.px(2), theme.freeOutline ?? scale[0], dash: .dotted)
    }
    pen.text(
      pen.words.numerals.number(pages),
      in: Rect(minX: columns.count.from, minY: row.y, maxX: columns.count.to, maxY: row.maxY),
      pen.style(theme.text, blocks.measure == .pages ? .heading : .label, .sansSemiBold), .right)
  }
}
