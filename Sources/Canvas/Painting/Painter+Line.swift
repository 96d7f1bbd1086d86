extension Painter {
  func line(_ start: Point, _ end: Point, width: Float, _ ink: Ink, _ dash: DrawList.Dash) {
    let stroke = LineStroke(start, end, width: width)
    guard width > 0, stroke.length > 0, stroke.length < Float(Pixel.limit) else { return }
    guard dash != .solid else { return segment(stroke, ink) }
    for part in DashPattern(dash, width: width).along(stroke.length) {
      segment(stroke.part(from: part.start, to: part.end), ink)
    }
  }

  private func segment(_ stroke: LineStroke, _ ink: Ink) {
    if let rect = stroke.uprightRect { return fill(rect, ink) }
    let area = PixelRect(covering: stroke.bounds)
    for y in inClip(area.minY..<area.maxY) {
      let columns = stroke.columns(row: y).clamped(to: clip.minX..<clip.maxX)
      for x in columns { pixel(x, y, ink, coverage: stroke.coverage(x: x, y: y)) }
    }
  }
}
