import Canvas
import Simulation

/// Where the pages of the pageblock under the inspector stand, row by row.
struct LensCells: Equatable {
  /// Pages of a row.
  static let perRow = 32

  let start: Pfn
  let pages: Int
  let left: Float
  let top: Float
  let pitch: Float
  let gap: Float

  var bounds: Rect {
    Rect(
      x: left, y: top, width: Float(Self.perRow) * pitch,
      height: Float((pages + Self.perRow - 1) / Self.perRow) * pitch)
  }

  func pfn(at point: Point) -> Pfn? {
    let place = Int((point.y - top) / pitch) * Self.perRow + Int((point.x - left) / pitch)
    return place < pages ? start + place : nil
  }

  /// The box of pages that stand side by side, or of whole rows of them.
  func box(of pfn: Pfn, count: Int) -> Rect {
    let index = pfn - start
    return Rect(
      x: left + Float(index % Self.perRow) * pitch, y: top + Float(index / Self.perRow) * pitch,
      width: Float(min(count, Self.perRow)) * pitch - gap,
      height: Float(max(count / Self.perRow, 1)) * pitch - gap)
  }
}
