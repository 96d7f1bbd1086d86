import Canvas
import Simulation

/// Where the marks of a scanner stand on a page map: a frame around its pageblock, a bar in the gap at
/// its page, and a pill in the margin.
struct ScannerMark: Equatable {
  /// Nil where the pageblock is not in the picture.
  var frame: Rect?
  var bar: Rect?
  /// Middle of the pill, from the top.
  var middle: Float
  /// The page it stands at; nil where that is not in the picture.
  var page: Pfn?
  /// An arrow when the scanner is above or below the picture.
  var direction = ""

  init(_ position: ScannerPosition, _ map: PageMap, _ geometry: PageGeometry, _ pen: Pen) {
    let visible = geometry.visiblePages
    let zone = map.stretch(at: position.pageblock)
    let last = min(position.pageblock + (1 << map.pageblockOrder), zone.upperBound) - 1
    // Behind the last page of its pageblock it still stands in that pageblock.
    let page = min(max(position.pfn, position.pageblock), last)
    let shown = min(max(page, visible.lowerBound), visible.upperBound - 1)
    let row = geometry.rowRect(geometry.row(of: shown))
    middle = row.midY.rounded()
    let isInRange =
      position.pageblock < zone.upperBound
      && position.pageblock + (1 << map.pageblockOrder) > zone.lowerBound
    guard page == shown, isInRange else {
      direction = position.pfn < shown ? " ↑" : " ↓"
      return
    }
    self.page = page
    frame =
      geometry.fillsSegment
      ? geometry.frame(ofSegmentAt: page) : geometry.frame(ofPageblockAt: position.pageblock)
    let cell = geometry.box(of: page)
    let width = min(geometry.gap, pen.px(3))
    bar = Rect(
      x: position.pfn > last ? cell.maxX : cell.x - geometry.gap, y: cell.y, width: width, height: cell.height
    )
  }

  /// A place a share of the way to another one.
  func mixed(with other: ScannerMark, share: Float) -> ScannerMark {
    var mixed = other
    mixed.middle = middle + (other.middle - middle) * share
    if let from = frame, let to = other.frame { mixed.frame = from.mixed(with: to, share: share) }
    if let from = bar, let to = other.bar { mixed.bar = from.mixed(with: to, share: share) }
    return mixed
  }
}

extension Rect {
  /// The rectangle a share of the way to another one.
  func mixed(with other: Rect, share: Float) -> Rect {
    Rect(
      x: x + (other.x - x) * share, y: y + (other.y - y) * share,
      width: width + (other.width - width) * share,
      height: height + (other.height - height) * share)
  }
}
