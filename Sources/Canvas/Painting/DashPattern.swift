/// Where the dashes of a broken line lie.
struct DashPattern {
  /// Lengths in pixels for a line of `width` pixels.
  private let dash: Float
  private let gap: Float

  init(_ dash: DrawList.Dash, width: Float) {
    let unit = max(1, width)
    switch dash {
    case .solid: (self.dash, gap) = (.infinity, 0)
    case .dashed: (self.dash, gap) = (3 * unit, 2 * unit)
    case .longDashes: (self.dash, gap) = (8 * unit, 3 * unit)
    case .dotted: (self.dash, gap) = (unit, 1.5 * unit)
    }
  }

  /// Start and end of each dash on a line of `length` pixels that starts and ends with a dash.
  func along(_ length: Float) -> [(start: Float, end: Float)] {
    let gaps = ((length - dash) / (dash + gap)).rounded()
    guard gaps >= 1, gaps < Float(Pixel.limit) else { return [(0, length)] }
    let step = (length - dash) / gaps
    return (0...Int(gaps)).map { (Float($0) * step, Float($0) * step + dash) }
  }

  /// Start and end of each dash between two solid ends, `length` pixels apart.
  func between(_ length: Float) -> [(start: Float, end: Float)] {
    along(length + 2 * dash).dropFirst().dropLast().map { ($0.start - dash, $0.end - dash) }
  }
}
