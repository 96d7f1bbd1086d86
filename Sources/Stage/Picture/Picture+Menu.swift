import Canvas

extension Stage.Picture {
  /// The entry of a menu that the eye expects from one in a direction: the nearest one that side, first of those at
  /// the same height or in the same column; nil where there is none.
  public func menuItem(from index: Int, to direction: Direction) -> Int? {
    let items = hits.menuItems
    guard let here = items.first(where: { $0.index == index })?.rect else { return nil }
    func distance(to place: Rect) -> Float? {
      let (across, along): (Float, Float)
      switch direction {
      case .left, .right:
        guard direction == .right ? place.minX >= here.maxX - 1 : place.maxX <= here.minX + 1 else {
          return nil
        }
        (across, along) = (abs(place.midY - here.midY), abs(place.midX - here.midX))
      case .up, .down:
        guard direction == .down ? place.minY >= here.maxY - 1 : place.maxY <= here.minY + 1,
          place.minX < here.maxX, here.minX < place.maxX
        else { return nil }
        (across, along) = (abs(place.minX - here.minX) / 100, abs(place.midY - here.midY))
      }
      return across * 4 + along
    }
    let found = items.compactMap { item in distance(to: item.rect).map { (item.index, $0) } }
    return found.min { $0.1 < $1.1 }?.0
  }
}

extension Stage.Picture {
  /// Whether all entries of a menu stand below each other.
  public var isOneColumn: Bool {
    let items = hits.menuItems
    return items.allSatisfy { abs($0.rect.midX - items[0].rect.midX) < $0.rect.width / 2 }
  }
}
