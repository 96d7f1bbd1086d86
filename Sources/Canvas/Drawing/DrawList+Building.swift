extension DrawList {
  public mutating func fill(_ rect: Rect, _ color: Color) {
    items.append(.fill(rect, color))
  }

  public mutating func roundedFill(_ rect: Rect, radius: Float, _ color: Color) {
    items.append(.roundedFill(rect, radius: radius, color))
  }

  public mutating func stroke(
    _ rect: Rect, radius: Float = 0, width: Float = 1, _ color: Color, dash: Dash = .solid
  ) {
    items.append(.stroke(rect, radius: radius, width: width, color, dash))
  }

  public mutating func line(
    from start: Point, to end: Point, width: Float = 1, _ color: Color, dash: Dash = .solid
  ) {
    items.append(.line(start, end, width: width, color, dash))
  }

  public mutating func polygon(_ corners: [Point], _ color: Color) {
    items.append(.polygon(corners, color))
  }

  public mutating func hatch(_ rect: Rect, spacing: Float, width: Float = 1, _ color: Color) {
    items.append(.hatch(rect, spacing: spacing, width: width, color))
  }

  public mutating func text(_ run: GlyphRun) {
    items.append(.text(run))
  }

  public mutating func image(_ rect: Rect, _ image: Image) {
    items.append(.image(rect, image))
  }
}
