import Simulation

/// The order in which a zone's free pages came free. It decides how free lists and per-CPU lists are ordered,
/// and is in no file; recorded lists show what it is like: first what was left over of the last split block, then
/// memory that was never handed out, then the little that others gave back, and last what a large program did.
///
/// A program fills memory upwards and gives it back by ascending address. Stretches of pageblocks can have been
/// handed out in another order than they lie in, though, by chance; so there are several orders to choose from.
struct FreeingOrder {
  let version: KernelVersion
  /// Which stretches changed places with their neighbour; none with 0.
  let seed: UInt64

  /// The pages of a zone that pass a test, in this order.
  func sequence(of zone: Zone, pageblockPages: Int, where isFree: (Pfn) -> Bool) -> [Pfn] {
    let memory = FreeMemory(of: zone, pageblockPages: pageblockPages, where: isFree)
    // Memory that was never handed out has its lowest blocks first on its lists, as if they had come last.
    let ranges =
      memory.remainders + memory.untouched.reversed() + memory.islands + stretches(of: memory.given)
    var sequence: [Pfn] = []
    for range in joined(ranges) {
      let start = sequence.count
      sequence += range.filter(isFree)
      if version.freesRangesDownwards { turnRanges(&sequence, from: start) }
    }
    return sequence
  }

  /// Ranges that follow on each other, as one.
  private func joined(_ ranges: [Range<Pfn>]) -> [Range<Pfn>] {
    ranges.reduce(into: []) { joined, range in
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
  }

  // MARK: Stretches

  /// In pageblocks.
  private static let stretchLengths = [8, 16, 32, 64]
  /// Of so many neighbours one pair changes places.
  private static let swapsOneIn = 3

  private func stretches(of pageblocks: [Range<Pfn>]) -> [Range<Pfn>] {
    guard seed != 0 else { return pageblocks }
    var generator = SeededGenerator(seed: seed)
    var stretches: [ArraySlice<Range<Pfn>>] = []
    var rest = pageblocks[...]
    while !rest.isEmpty {
      let lengths = FreeingOrder.stretchLengths
      let stretch = rest.prefix(lengths[generator.below(lengths.count)])
      rest = rest.dropFirst(stretch.count)
      stretches.append(stretch)
    }
    var index = 0
    while index + 1 < stretches.count {
      if generator.below(FreeingOrder.swapsOneIn) == 0 {
        stretches.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    return stretches.flatMap(\.self)
  }

  // MARK: Ranges

  /// A range that is given back is collected in a small array first and then in larger ones.
  private static let firstPortion = 8

  /// Turns each portion of neighbouring pages round.
  private func turnRanges(_ pages: inout [Pfn], from first: Int) {
    var start = first
    while start < pages.count {
      var end = start + 1
      while end < pages.count, pages[end] == pages[end - 1] + 1 { end += 1 }
      let portion = min(end, start + FreeingOrder.firstPortion)
      pages[start..<portion].reverse()
      pages[portion..<end].reverse()
      start = end
    }
  }
}
