import Canvas
import Simulation

/// The pages that are under way, riding in the lane between source and target.
struct LaneView {
  let map: PageMap
  let geometry: PageGeometry
  let scale: FreeScale

  /// More than this many at once can't be followed by eye; larger batches ride in groups.
  static let most = 7

  /// What rides in one car of the lane.
  private struct Rider {
    var label: String
    var look: PageLook
  }

  func draw(with painter: inout Painter) {
    guard let first = map.movers.first else { return }
    let riders = riders()
    let sourceRow = visibleRow(first.source)
    let targetRow = first.target.map(visibleRow)
    let top = firstCar(count: riders.count, avoiding: [sourceRow, targetRow].compactMap(\.self))
    let cars = (0..<riders.count).map { car(at: top + $0, painter) }
    guard let topCar = cars.first, let bottomCar = cars.last else { return }
    connect(
      row: sourceRow, at: first.source, to: topCar.union(bottomCar), painter.theme.migrateScanner,
      arrow: false,
      with: &painter)
    if let target = first.target, let row = targetRow {
      connect(
        row: row, at: target, to: topCar.union(bottomCar), painter.theme.freeScanner, arrow: true,
        with: &painter)
    }
    for (rider, car) in zip(riders, cars) { draw(rider, in: car, with: &painter) }
  }

  private func riders() -> [Rider] {
    guard map.movers.count > Self.most else {
      return map.movers.map { Rider(label: Glyphs.number($0.number), look: $0.look) }
    }
    let size = (map.movers.count + Self.most - 1) / Self.most
    return stride(from: 0, to: map.movers.count, by: size).map { start in
      let group = map.movers[start..<min(start + size, map.movers.count)]
      return Rider(label: "×" + Glyphs.number(group.count), look: group[start].look)
    }
  }

  private func visibleRow(_ pfn: Pfn) -> Int {
    min(max(geometry.row(of: pfn) - geometry.firstRow, 0), geometry.visibleRows - 1)
  }

  /// The visible row of the first car, as near to the middle between source and target as can be
  /// without standing beside either.
  private func firstCar(count: Int, avoiding rows: [Int]) -> Int {
    let last = max(geometry.visibleRows - count, 0)
    let middle = Float(rows.reduce(0, +)) / Float(max(rows.count, 1)) - Float(count - 1) / 2
    func cost(_ top: Int) -> Float {
      let blocked = rows.contains { $0 >= top && $0 < top + count } || spanned(top, count)
      return abs(Float(top) - middle) + (blocked ? 1000 : 0)
    }
    return (0...last).min { cost($0) < cost($1) } ?? 0
  }

  /// Whether a free block crosses the lane in one of these visible rows.
  private func spanned(_ top: Int, _ count: Int) -> Bool {
    guard geometry.columns == 2 else { return false }
    return map.runs.contains { run in
      guard run.count > geometry.segment else { return false }
      let row = geometry.row(of: run.start) - geometry.firstRow
      return row >= top && row < top + count
    }
  }

  private func car(at visibleRow: Int, _ painter: Painter) -> Rect {
    let row = geometry.rowRect(geometry.firstRow + visibleRow)
    return Rect(
      x: geometry.lane.x + painter.px(4), y: row.y, width: geometry.lane.width - 2 * painter.px(4),
      height: geometry.rowPitch - geometry.gap + 1)
  }

  private func draw(_ rider: Rider, in car: Rect, with painter: inout Painter) {
    painter.list.roundedFill(car, radius: painter.px(6), painter.theme.background)
    painter.list.stroke(car, radius: painter.px(6), width: painter.px(3), painter.theme.migrateScanner)
    let cell = Rect(
      x: car.maxX - painter.px(5) - geometry.cell.width, y: car.midY - geometry.cell.height / 2,
      width: geometry.cell.width, height: geometry.cell.height
    )
    painter.cell(rider.look, in: cell.inset(by: painter.px(1)), scale: scale, glyphSize: geometry.glyphSize)
    painter.text(
      rider.label,
      in: Rect(minX: car.x + painter.px(4), minY: car.y, maxX: cell.x, maxY: car.maxY),
      painter.style(painter.theme.migrateText, .label, .sansSemiBold), size: geometry.glyphSize, .center)
  }

  /// A line from a pageblock's edge into the lane and to the cars; towards the target with an arrow.
  private func connect(
    row: Int, at pfn: Pfn, to cars: Rect, _ hue: Color, arrow: Bool, with painter: inout Painter
  ) {
    let rect = geometry.rowRect(geometry.firstRow + row)
    let y = (rect.y + (geometry.rowPitch - geometry.gap) / 2).rounded()
    let x = geometry.lane.midX.rounded()
    let width = painter.px(3)
    let isRight = geometry.columns == 2 && geometry.column(of: pfn) == 1
    let edge = isRight ? geometry.lane.maxX - painter.px(1) : geometry.lane.x + painter.px(1)
    let end = y < cars.minY ? cars.minY : y > cars.maxY ? cars.maxY : y
    let size = arrow ? painter.px(12) : 0
    let stop = isRight ? edge - size : edge + size
    painter.list.fill(
      Rect(
        minX: min(x - width / 2, stop), minY: y - width / 2, maxX: max(x + width / 2, stop),
        maxY: y + width / 2),
      hue)
    painter.list.fill(
      Rect(
        minX: x - width / 2, minY: min(y - width / 2, end), maxX: x + width / 2, maxY: max(y + width / 2, end)
      ),
      hue)
    if arrow {
      painter.list.polygon(
        [Point(edge, y), Point(stop, y - size * 0.6), Point(stop, y + size * 0.6)], hue)
    }
  }
}
