/// A draw list with the pixels that each of its items may paint, worked out once.
struct BoundedList {
  let list: DrawList
  /// One for each item, inside of the surface; empty where nothing is seen of it.
  let bounds: [PixelRect]

  init(_ list: DrawList, on area: PixelRect) {
    self.list = list
    bounds = list.items.map { PixelRect(covering: $0.bounds).intersection(area) }
  }

  /// Nothing at all.
  init() { (list, bounds) = (DrawList(), []) }

  /// The last item that hides everything before it in `area`, if there is one.
  func lastCover(of area: PixelRect) -> Int? {
    list.items.indices.last { index in
      guard bounds[index].contains(area), case .fill(let rect, let color) = list.items[index],
        color.alpha == 255
      else { return false }
      let columns = Extent(rect.minX, rect.maxX).inner
      let rows = Extent(rect.minY, rect.maxY).inner
      return PixelRect(
        minX: columns.lowerBound, minY: rows.lowerBound, maxX: columns.upperBound, maxY: rows.upperBound
      ).contains(area)
    }
  }
}
