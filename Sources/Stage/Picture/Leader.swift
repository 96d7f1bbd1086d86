import Canvas
import Simulation

/// A line from what a lesson says to what it speaks of: out at the right of the words, up beside the map, and in the
/// gap between two rows to the page, pageblock, scanner or lane; over no cell, no address and no other text. Where
/// there is no such way there is none.
struct Leader {
  let plan: Stage.Plan

  /// What lies nearer to the words than this share of the map's width needs no line.
  private static let near: Float = 0.25

  /// What the line leads to, and the heights beside it at which no cell stands, the best first.
  private struct Goal {
    var box: Rect
    var levels: [Float]
    /// It has no ring of its own yet.
    var isRinged = false
  }

  func draw(with pen: inout Pen) {
    guard plan.motion == nil else { return }
    let goal = plan.scene.spokenOf.flatMap { self.goal(of: $0, pen) }
    if let goal, goal.isRinged { pen.ring(goal.box) }
    guard !plan.scene.isPresenting, plan.scene.beside == nil, let words = plan.layout[.explanation],
      let map = plan.layout[.map]
    else { return }
    let ways: [[Point]] =
      if let goal {
        self.ways(from: words, to: goal, map)
      } else if let panel = plan.scene.pointedAt.flatMap({ plan.layout[$0] }) {
        way(from: words, toPanel: panel, pen)
      } else {
        []
      }
    let obstacles = self.obstacles(pen)
    let width = max(pen.px(2.5), 2)
    let way = ways.first { way in
      !Self.parts(way, width: width).contains { part in obstacles.contains { $0.intersects(part) } }
    }
    if let way { pen.path(way, width: width, pen.theme.ring) }
  }

  // MARK: Ways

  /// Where the line leaves the words, and where it goes up: between the map and what stands beside it.
  private func start(_ words: Rect) -> (from: Point, x: Float) {
    let y = (words.y + plan.setter.type.lineHeight(.title)).rounded()
    return (Point(words.maxX, y), (words.maxX + 9 * plan.layout.unit).rounded())
  }

  private func ways(from words: Rect, to goal: Goal, _ map: Rect) -> [[Point]] {
    let (from, x) = start(words)
    let across = (goal.box.midX - words.minX, goal.box.midY - words.minY)
    let isFar = (across.0 * across.0 + across.1 * across.1).squareRoot() > Self.near * map.width
    guard isFar else { return [] }
    let end = goal.box.width > 60 * plan.layout.unit ? goal.box.maxX - 24 * plan.layout.unit : goal.box.midX
    return goal.levels.map { level in
      let edge = level < goal.box.midY ? goal.box.minY : goal.box.maxY
      return [
        from, Point(x, from.y), Point(x, level), Point(end.rounded(), level), Point(end.rounded(), edge),
      ]
    }
  }

  /// To the wedge that points at a panel of the right column.
  private func way(from words: Rect, toPanel panel: Rect, _ pen: Pen) -> [[Point]] {
    guard panel.minX > words.maxX else { return [] }
    let (from, x) = start(words)
    let y = panel.y + pen.px(26)
    return [[from, Point(x, from.y), Point(x, y), Point(min(panel.x - pen.px(17), x + 1), y)]]
  }

  private static func parts(_ way: [Point], width: Float) -> [Rect] {
    zip(way, way.dropFirst()).map { from, to in
      Rect(
        minX: min(from.x, to.x) - width / 2, minY: min(from.y, to.y) - width / 2,
        maxX: max(from.x, to.x) + width / 2, maxY: max(from.y, to.y) + width / 2)
    }
  }

  /// Texts outside of cells, and the scanners' names.
  private func obstacles(_ pen: Pen) -> [Rect] {
    pen.list.items.compactMap { item in
      switch item {
      case .text(let run):
        let box = Rect(
          x: run.origin.x, y: run.origin.y - 0.73 * run.size, width: run.width, height: 0.95 * run.size)
        return box
      case .roundedFill(let rect, _, pen.theme.migrateScanner),
        .roundedFill(let rect, _, pen.theme.freeScanner):
        return rect.inset(by: 2)
      default: return nil
      }
    }
  }

  // MARK: Goals

  private func goal(of spoken: SpokenOf, _ pen: Pen) -> Goal? {
    switch plan.map?.places {
    case .pages(let map, let geometry, let span): goal(of: spoken, map, geometry, span, pen)
    case .board(let map, let geometry): goal(of: spoken, map, geometry)
    case .list, nil: nil
    }
  }

  private func goal(
    of spoken: SpokenOf, _ map: PageMap, _ geometry: PageGeometry, _ span: (left: Float, right: Float),
    _ pen: Pen
  ) -> Goal? {
    func goal(_ box: Rect, _ pfn: Pfn, isRinged: Bool = false) -> Goal {
      let row = geometry.rowRect(geometry.row(of: pfn))
      return Goal(box: box, levels: [row.minY, row.maxY], isRinged: isRinged)
    }
    switch spoken {
    case .page(let pfn):
      let view = PageView(map: map, geometry: geometry, scale: pen.theme.freeScale(orders: map.maxOrder + 1))
      return view.box(around: pfn).map { goal($0.inset(by: -pen.px(5)), pfn) }
    case .pageblock(let pfn):
      guard geometry.visiblePages.contains(pfn) else { return nil }
      let frame =
        geometry.fillsSegment
        ? geometry.frame(ofSegmentAt: pfn)
        : geometry.frame(ofPageblockAt: pfn.start(ofOrder: map.pageblockOrder))
      return goal(frame, pfn, isRinged: true)
    case .scanner(let scanner):
      guard let position = map.position(of: scanner) else { return nil }
      let mark = ScannerMark(position, map, geometry, pen)
      return mark.frame.flatMap { frame in mark.page.map { goal(frame, $0) } }
    case .lane:
      guard geometry.hasLane, let cars = Lane(map, geometry, pen).bounds else { return nil }
      return Goal(box: cars, levels: [cars.minY - 1, cars.maxY + 1])
    case .strip:
      guard !plan.scene.isPresenting, let place = plan.layout[.map] else { return nil }
      // Where the free scanner stands, to which the other one comes.
      let free = map.free ?? map.runRange.upperBound
      let share = Float(free - map.runRange.lowerBound) / Float(map.runRange.count)
      let x = span.left + min(max(share, 0), 1) * (span.right - span.left)
      let mark = Rect(x: x - 1, y: place.y + pen.px(6), width: 2, height: pen.px(24))
      return Goal(box: mark, levels: [place.y])
    }
  }

  private func goal(of spoken: SpokenOf, _ map: BoardMap, _ geometry: BoardGeometry) -> Goal? {
    func goal(_ pfn: Pfn, isPage: Bool, isRinged: Bool) -> Goal? {
      guard let cell = geometry.box(of: pfn), cell.intersects(geometry.viewport) else { return nil }
      let box = isPage && geometry.showsPages ? geometry.box(of: pfn, count: 1, in: cell) : cell
      let gap = (geometry.rowPitch - cell.height) / 2
      return Goal(box: box, levels: [cell.minY - gap, cell.maxY + gap], isRinged: isRinged)
    }
    switch spoken {
    case .page(let pfn): return goal(pfn, isPage: true, isRinged: true)
    case .pageblock(let pfn): return goal(pfn, isPage: false, isRinged: true)
    case .scanner(let scanner):
      return map.position(of: scanner).flatMap { goal($0.pageblock, isPage: false, isRinged: false) }
    case .lane, .strip: return nil
    }
  }
}
