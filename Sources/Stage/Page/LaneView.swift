import Canvas
import Simulation

/// The pages that are under way, riding in the lane between source and target.
struct LaneView {
  let map: PageMap
  let geometry: PageGeometry
  let scale: FreeScale
  var motion: PageMotion?

  /// More than this many at once can't be followed by eye; larger batches ride in groups.
  static let most = 7

  /// The lines from the sources to the cars and on to the targets; to be drawn below the pages, so that
  /// a free block that crosses the lane stays whole.
  func drawLines(with pen: inout Pen) {
    let lane = Lane(map, geometry, pen)
    if let cars = lane.bounds {
      connect(lane.first.source, to: cars, pen.theme.migrateScanner, arrow: false, with: &pen)
      if let target = lane.first.target {
        connect(target, to: cars, pen.theme.freeScanner, arrow: true, with: &pen)
      }
    }
    if let move = map.change?.move { drawArrow(from: move.source, to: move.target, with: &pen) }
    if let motion {
      for traveller in motion.travellers { draw(traveller, motion, lane, with: &pen) }
    }
  }

  /// The cars.
  func drawCars(with pen: inout Pen) {
    let lane = Lane(map, geometry, pen)
    let earlier = motion.map { Lane($0.earlier, geometry, pen) }
    for rider in lane.riders where !travelling.contains(rider.first) {
      let before = earlier?.riders.first { $0.first == rider.first }?.car
      let car = before?.mixed(with: rider.car, share: motion?.share ?? 1) ?? rider.car
      pen.car(car, rider.label, rider.look, geometry, scale)
    }
  }

  /// Sources of the pages that are between their cells and their cars.
  private var travelling: Set<Pfn> {
    guard let motion, motion.share < 1 else { return [] }
    return Set(motion.travellers.map(\.mover.source))
  }

  private func draw(
    _ traveller: PageMotion.Traveller, _ motion: PageMotion, _ lane: Lane, with pen: inout Pen
  ) {
    guard motion.share < 1 else { return }
    let mover = traveller.mover
    let known = lane.car(of: mover.source) ?? Lane(motion.earlier, geometry, pen).car(of: mover.source)
    guard let car = known else { return }
    let end: Pfn? = traveller.leg == .sourceToLane ? mover.source : mover.target
    guard let end, geometry.visiblePages.contains(end) else { return }
    let cell = geometry.box(of: end)
    // It rides in the lane only; a line in the gap above the row says which page it is.
    let corner = Rect(x: car.x, y: cell.midY - car.height / 2, width: car.width, height: car.height)
    let share = traveller.leg == .sourceToLane ? motion.travelled : 1 - motion.travelled
    drawGapLine(from: cell, isSource: traveller.leg == .sourceToLane, with: &pen)
    pen.car(corner.mixed(with: car, share: share), Glyphs.number(mover.number), mover.look, geometry, scale)
  }

  /// Between a page and the lane, where no cell is.
  private func drawGapLine(from cell: Rect, isSource: Bool, with pen: inout Pen) {
    let width = min(geometry.gap, pen.px(3))
    let isRight = cell.midX > geometry.lane.midX
    let edge = isRight ? geometry.lane.maxX : geometry.lane.minX
    pen.list.fill(
      Rect(
        minX: min(cell.midX, edge), minY: cell.minY - width, maxX: max(cell.midX, edge), maxY: cell.minY),
      isSource ? pen.theme.migrateScanner : pen.theme.freeScanner)
  }

  /// From a source along the side of the lane to its target, for those who want no motion.
  private func drawArrow(from source: Pfn, to target: Pfn, with pen: inout Pen) {
    let x = (geometry.lane.x + geometry.lane.width * 0.14).rounded()
    let (width, size, hue) = (pen.px(3), pen.px(13), pen.theme.ring)
    func edge(_ pfn: Pfn) -> (x: Float, y: Float, isRight: Bool) {
      let shown = geometry.nearestVisible(pfn)
      let isRight = geometry.columns == 2 && geometry.column(of: shown) == 1
      return (isRight ? geometry.lane.maxX : geometry.lane.x, lineHeight(of: shown), isRight)
    }
    let (start, end) = (edge(source), edge(target))
    let tip = end.isRight ? end.x - size : end.x + size
    for (from, to) in [
      (Point(start.x, start.y), Point(x, start.y)), (Point(x, start.y), Point(x, end.y)),
      (Point(x, end.y), Point(tip, end.y)),
    ] {
      pen.list.fill(
        Rect(
          minX: min(from.x, to.x) - width / 2, minY: min(from.y, to.y) - width / 2,
          maxX: max(from.x, to.x) + width / 2, maxY: max(from.y, to.y) + width / 2), hue)
    }
    pen.list.polygon(
      [Point(end.x, end.y), Point(tip, end.y - size * 0.6), Point(tip, end.y + size * 0.6)], hue)
  }

  private func lineHeight(of pfn: Pfn) -> Float {
    geometry.frame(ofSegmentAt: pfn).midY.rounded()
  }

  /// A line from a pageblock's edge into the lane and to the cars; towards the target with an arrow.
  private func connect(_ pfn: Pfn, to cars: Rect, _ hue: Color, arrow: Bool, with pen: inout Pen) {
    let shown = geometry.nearestVisible(pfn)
    let y = lineHeight(of: shown)
    let x = geometry.lane.midX.rounded()
    let width = pen.px(3)
    let isRight = geometry.columns == 2 && geometry.column(of: shown) == 1
    let edge = isRight ? geometry.lane.maxX - pen.px(1) : geometry.lane.x + pen.px(1)
    let end = y < cars.minY ? cars.minY : y > cars.maxY ? cars.maxY : y
    let size = arrow ? pen.px(12) : 0
    let stop = isRight ? edge - size : edge + size
    pen.list.fill(
      Rect(
        minX: min(x - width / 2, stop), minY: y - width / 2, maxX: max(x + width / 2, stop),
        maxY: y + width / 2),
      hue)
    pen.list.fill(
      Rect(
        minX: x - width / 2, minY: min(y - width / 2, end), maxX: x + width / 2, maxY: max(y + width / 2, end)
      ),
      hue)
    if arrow {
      pen.list.polygon([Point(edge, y), Point(stop, y - size * 0.6), Point(stop, y + size * 0.6)], hue)
    }
  }
}

extension Pen {
  /// A page on its way, ringed in amber, with the number of its place in the batch.
  mutating func car(
    _ car: Rect, _ label: String, _ look: PageLook, _ geometry: PageGeometry, _ scale: FreeScale
  ) {
    list.roundedFill(car, radius: px(6), theme.background)
    list.stroke(car, radius: px(6), width: px(3), theme.migrateScanner)
    let cell = Rect(
      x: car.maxX - px(4) - geometry.cell.width, y: car.midY - geometry.cell.height / 2,
      width: geometry.cell.width,
      height: geometry.cell.height)
    self.cell(look, in: cell.inset(by: px(1)), scale: scale, glyphSize: geometry.glyphSize)
    text(
      label, in: Rect(minX: car.x + px(2), minY: car.y, maxX: cell.x, maxY: car.maxY),
      style(theme.migrateText, .label, .sansSemiBold), size: geometry.glyphSize, .center)
  }
}
