import Canvas
import Simulation

/// Free blocks that grow together to a larger one in the course of a run, or one that comes apart.
struct BlockMotion: Equatable {
  let whole: PageMap.Run
  /// What it is made of, ascending; parts that are not free any more stand still.
  let parts: [PageMap.Run]
  /// The parts come before the whole.
  let isMerge: Bool

  /// What merges and splits between two maps, the earlier one of the run first; nothing where that is more
  /// than can be followed by eye.
  static func all(from first: PageMap, to second: PageMap) -> [BlockMotion] {
    let motions =
      merges(from: first, to: second, isMerge: true) + merges(from: second, to: first, isMerge: false)
    return motions.reduce(0) { $0 + $1.parts.count } > LaneView.most ? [] : motions
  }

  private static func merges(from first: PageMap, to second: PageMap, isMerge: Bool) -> [BlockMotion] {
    second.runs.compactMap { whole in
      guard case .free = whole.look, whole.count > 1, let parts = first.runs(covering: whole),
        parts.contains(where: \.look.isFree), !isMerge || parts.allSatisfy(\.becomesFree)
      else { return nil }
      return BlockMotion(whole: whole, parts: parts, isMerge: isMerge)
    }
  }
}

extension PageMap {
  /// The runs that a block is made of here; nil where it is whole here too, or is not all of several runs.
  fileprivate func runs(covering block: Run) -> [Run]? {
    guard let first = runIndex(at: block.start), runs[first].start == block.start,
      runs[first].count < block.count
    else { return nil }
    let end = block.start + block.count
    let parts = runs[first...].prefix { $0.start < end }
    let isWhole = parts.reduce(0) { $0 + $1.count } == block.count
    return isWhole && parts.last.map { $0.start + $0.count } == end ? Array(parts) : nil
  }
}

extension PageMap.Run {
  /// Free, or the old frame of a page that has moved: it merges in the step that frees it.
  fileprivate var becomesFree: Bool { look.isFree || look == .held && count == 1 }
}

extension PageLook {
  fileprivate var isFree: Bool { if case .free = self { true } else { false } }

  fileprivate var order: Order? { if case .free(let order) = self { order } else { nil } }
}

// MARK: Drawing

extension Pen {
  /// Blocks on their way to be one.
  /// - Parameter joined: 0 while they stand apart, 1 when they are one.
  mutating func blocks(
    _ motion: BlockMotion, joined: Float, _ geometry: PageGeometry, _ scale: FreeScale
  ) {
    let whole = geometry.box(of: motion.whole.start, count: motion.whole.count)
    let order = motion.whole.look.order ?? 0
    let radius = capsuleRadius(whole, order)
    if geometry.columns == 2, motion.whole.count > geometry.segment {
      list.fill(whole.inset(x: px(4), y: -px(1)), theme.background.opacity(joined))
    }
    for part in motion.parts {
      let box = geometry.box(of: part.start, count: part.count)
      guard let partOrder = part.look.order else {
        cell(part.look, in: box, scale: scale, glyphSize: geometry.glyphSize)
        continue
      }
      // Each reaches out to its neighbours until their round ends are hidden in each other.
      let reach = Rect(
        minX: max(box.minX - geometry.gap - radius, whole.minX), minY: box.minY,
        maxX: min(box.maxX + geometry.gap + radius, whole.maxX), maxY: box.maxY)
      let shape = box.mixed(with: reach, share: joined)
      let round = capsuleRadius(box, partOrder)
      list.roundedFill(
        shape, radius: round + (radius - round) * joined,
        scale[partOrder].mixed(with: scale[order], share: joined))
      if let outline = theme.freeOutline {
        list.stroke(shape, radius: round, width: px(2), outline.opacity(1 - joined))
      }
    }
    if let outline = theme.freeOutline {
      list.stroke(whole, radius: radius, width: px(2), outline.opacity(joined))
    }
    drawOrders(motion, joined, whole, order, geometry)
  }

  /// The digits of the parts go before that of the whole comes.
  private mutating func drawOrders(
    _ motion: BlockMotion, _ joined: Float, _ whole: Rect, _ order: Order, _ geometry: PageGeometry
  ) {
    func ink(_ share: Float) -> TextStyle {
      style(theme.ink.opacity(share), .label, .sansSemiBold)
    }
    guard joined < 0.5 else {
      text(Glyphs.number(order), in: whole, ink(joined * 2 - 1), size: geometry.glyphSize, .center)
      return
    }
    for part in motion.parts {
      guard let order = part.look.order else { continue }
      let box = geometry.box(of: part.start, count: part.count)
      text(Glyphs.number(order), in: box, ink(1 - joined * 2), size: geometry.glyphSize, .center)
    }
  }
}
