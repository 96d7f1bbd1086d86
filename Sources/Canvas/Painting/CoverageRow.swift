/// Adds up how much of each pixel of a row is covered by intervals.
struct CoverageRow {
  /// What one wholly covered pixel amounts to on one of its scan lines.
  static let unit = 256
  /// Scan lines that make a row.
  static let lines = 8

  /// Covered parts of single pixels, and changes of the cover of all pixels from there on.
  private var parts: [Int] = []
  private var steps: [Int] = []
  private var start = 0

  /// Starts an empty row of the pixels of `columns`.
  mutating func clear(_ columns: Range<Int>) {
    start = columns.lowerBound
    let needed = columns.count + 1
    if parts.count < needed {
      parts = Array(repeating: 0, count: needed)
      steps = parts
    } else {
      for i in 0..<needed {
        parts[i] = 0
        steps[i] = 0
      }
    }
  }

  /// Covers one scan line from `low` to `high`, in units from the picture's left edge; both lie in
  /// the row's columns or at its end.
  mutating func add(_ low: Int, _ high: Int) {
    let first = low / Self.unit - start
    let last = high / Self.unit - start
    if first == last {
      parts[first] += high - low
    } else {
      parts[first] += (first + start + 1) * Self.unit - low
      steps[first + 1] += Self.unit
      steps[last] -= Self.unit
      parts[last] += high - (last + start) * Self.unit
    }
  }

  /// Calls `body` with runs of pixels that are covered alike, from 1 to 255.
  func forEachRun(in columns: Range<Int>, _ body: (_ run: Range<Int>, _ coverage: UInt32) -> Void) {
    var cover = 0
    var runStart = columns.lowerBound
    var runCoverage: UInt32 = 0
    for x in columns {
      cover += steps[x - start]
      let coverage = UInt32((cover + parts[x - start]) * 255 / (Self.unit * Self.lines))
      if coverage != runCoverage {
        if runCoverage != 0 { body(runStart..<x, runCoverage) }
        runStart = x
        runCoverage = coverage
      }
    }
    if runCoverage != 0 { body(runStart..<columns.upperBound, runCoverage) }
  }
}
