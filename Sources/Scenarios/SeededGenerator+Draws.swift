import Simulation

/// Draws whose results do not depend on the standard library's version.
extension SeededGenerator {
  init(seed: Int) { self.init(seed: UInt64(bitPattern: Int64(seed))) }

  /// A length of at least 1 whose mean is `mean`, all from 1 to 2 × mean − 1 alike.
  mutating func length(mean: Int) -> Int { 1 + below(2 * mean - 1) }

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  /// Picks `count` of the places in runs of neighbours with mean length `run`, all when there are no more.
  mutating func pick(_ count: Int, from places: [Pfn], run: Int) -> [Pfn] {
    guard count < places.count else { return places }
    var isPicked = [Bool](repeating: false, count: places.count)
    var left = count
    while left > 0 {
      var index = below(places.count)
      var length = min(self.length(mean: run), left)
      while length > 0 {
        if !isPicked[index] {
          isPicked[index] = true
          left -= 1
          length -= 1
        }
        index = (index + 1) % places.count
      }
    }
    return zip(places, isPicked).filter(\.1).map(\.0)
  }
}
