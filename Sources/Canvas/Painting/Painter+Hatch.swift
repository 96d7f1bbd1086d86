extension Painter {
  func hatch(_ rect: Rect, _ pattern: HatchPattern, _ ink: Ink) {
    let area = PixelRect(rounding: rect).intersection(clip)
    guard !area.isEmpty else { return }
    for phase in 0..<pattern.period {
      let coverage = pattern.coverage(phase: phase)
      guard coverage != 0 else { continue }
      for y in area.minY..<area.maxY {
        // The first x from the left edge on with (x + y) mod period = phase.
        let sum = area.minX + y
        let ahead = (phase - sum) % pattern.period
        let first = area.minX + (ahead < 0 ? ahead + pattern.period : ahead)
        for x in stride(from: first, to: area.maxX, by: pattern.period) {
          surface.paint(x: x, y: y, ink, coverage: coverage)
        }
      }
    }
  }
}
