import Canvas
import Simulation

/// What moves between two maps of a board, at one moment of the way.
struct BoardMotion {
  /// Pages that have been moved in between, as one group.
  struct Group {
    var count: Int
    var source: Pfn
    var target: Pfn
  }

  /// The map that is being left.
  let earlier: BoardMap
  /// 0 as it was before, 1 as it is now.
  let share: Float
  let group: Group?
  /// How far the group is on its way, 0 at its source.
  let travelled: Float

  /// - Parameters:
  ///   - steps: of the run between the two maps; below 0 if `map` comes before `earlier`.
  init(from earlier: BoardMap, to map: BoardMap, steps: Int, share: Float) {
    self.earlier = earlier
    self.share = share
    group = Self.group(between: earlier, map, steps: steps)
    travelled = steps < 0 ? 1 - share : share
  }

  /// The very page where a single step moved one; else from about where one scanner was to about where the
  /// other one is.
  static func group(between earlier: BoardMap, _ map: BoardMap, steps: Int) -> Group? {
    let (first, second) = steps < 0 ? (map, earlier) : (earlier, map)
    let count = second.moved - first.moved
    guard count > 0 else { return nil }
    if abs(steps) == 1, let move = second.move {
      return Group(count: count, source: move.source, target: move.target)
    }
    guard let source = (first.position(of: .migrate) ?? second.position(of: .migrate))?.pageblock,
      let target = (second.position(of: .free) ?? first.position(of: .free))?.pageblock
    else { return nil }
    return Group(count: count, source: source, target: target)
  }
}

extension BoardView {
  /// The pages under way, in a box that says how many they are.
  func drawGroup(with pen: inout Pen) {
    guard let motion, motion.share < 1, let group = motion.group,
      let source = place(of: group.source), let target = place(of: group.target)
    else { return }
    let at = Point(
      source.x + (target.x - source.x) * motion.travelled, source.y + (target.y - source.y) * motion.travelled
    )
    let label = pen.words("board.pages-moving", ["count": .number(group.count)])
    let size = pen.type.size(.label, .sansSemiBold)
    let width = (pen.setter.width(label, .label, .sansSemiBold) + size).rounded()
    let height = (size * 1.7).rounded()
    let box = Rect(
      x: (at.x - width / 2).rounded(), y: (at.y - height / 2).rounded(), width: width, height: height)
    pen.list.roundedFill(box, radius: pen.px(6), pen.theme.background)
    pen.list.stroke(box, radius: pen.px(6), width: pen.px(3), pen.theme.migrateScanner)
    pen.text(label, in: box, pen.style(pen.theme.migrateText, .label, .sansSemiBold), .center)
  }

  /// From where a page was to where it is, for those who want no motion.
  func drawArrow(with pen: inout Pen) {
    guard let move = map.change?.move, let source = place(of: move.source),
      let target = place(of: move.target)
    else { return }
    // With a moat, since what it crosses may be as bright as it is.
    pen.arrow(
      from: source, to: target, width: pen.px(7), head: pen.px(19), pen.theme.background)
    pen.arrow(from: source, to: target, width: pen.px(3), head: pen.px(13), pen.theme.ring)
  }

  /// The middle of a page where pages are seen, else of its cell; at the edge where it is out of view.
  private func place(of pfn: Pfn) -> Point? {
    guard let box = geometry.box(of: pfn) else {
      guard let first = geometry.rows.first else { return nil }
      let view = geometry.viewport
      return Point(view.midX, pfn < first.start ? view.minY : view.maxY)
    }
    return geometry.showsPages ? geometry.box(of: pfn, count: 1, in: box).center : box.center
  }
}

extension Pen {
  /// A straight arrow; nothing where its head has no room.
  fileprivate mutating func arrow(
    from start: Point, to end: Point, width: Float, head size: Float, _ color: Color
  ) {
    let along = Point(end.x - start.x, end.y - start.y)
    let length = (along.x * along.x + along.y * along.y).squareRoot()
    guard length > size else { return }
    let unit = Point(along.x / length, along.y / length)
    let neck = Point(end.x - unit.x * size, end.y - unit.y * size)
    let side = Point(-unit.y * size * 0.6, unit.x * size * 0.6)
    list.line(from: start, to: neck, width: width, color)
    list.polygon(
      [end, Point(neck.x + side.x, neck.y + side.y), Point(neck.x - side.x, neck.y - side.y)], color)
  }
}
