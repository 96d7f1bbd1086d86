import Canvas

extension CoverageMask {
  /// One mask for several that lie on the same baseline; where they overlap, the fuller one counts.
  init(joining masks: [CoverageMask]) {
    guard let first = masks.first else {
      self = .empty
      return
    }
    let left = masks.reduce(first.left) { min($0, $1.left) }
    let top = masks.reduce(first.top) { max($0, $1.top) }
    let right = masks.reduce(left) { max($0, $1.left + $1.width) }
    let bottom = masks.reduce(top) { min($0, $1.top - $1.height) }
    let width = right - left
    var coverage = [UInt8](repeating: 0, count: width * (top - bottom))
    for mask in masks {
      for y in 0..<mask.height {
        let start = (top - mask.top + y) * width + mask.left - left
        for x in 0..<mask.width {
          coverage[start + x] = max(coverage[start + x], mask.coverage[y * mask.width + x])
        }
      }
    }
    self.init(width: width, height: top - bottom, left: left, top: top, coverage: coverage)
  }
}
