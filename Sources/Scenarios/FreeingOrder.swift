import Simulation

/// The order in which a zone's free pages came free. It decides how free lists and per-CPU lists are ordered,
/// and is in no file; recorded lists show what it is like.
///
/// Mostly pages come free from the bottom of memory to its top: programs fill memory upwards and give it back
/// by ascending address. Stretches of pageblocks can have been handed out in another order than they lie in,
/// though, by chance; so there are several orders to choose from.
struct FreeingOrder {
  let version: KernelVersion
  /// Which stretches changed places with their neighbour; none with 0.
  let seed: UInt64

  /// The pages of a zone that pass a test, in this order.
  func sequence(of zone: Zone, pageblockPages: Int, where isFree: (Pfn) -> Bool) -> [Pfn] {
    var sequence: [Pfn] = []
    for stretch in stretches(of: zone, pageblockPages) {
      let start = sequence.count
      sequence += stretch.filter(isFree)
      if version.freesRangesDownwards { turnRanges(&sequence, from: start) }
    }
    return sequence
  }

  // MARK: Stretches

  /// In pageblocks.
  private static let stretchLengths = [8, 16, 32, 64]
  /// Of so many neighbours one pair changes places.
  private static let swapsOneIn = 3

  private func stretches(of zone: Zone, _ pageblockPages: Int) -> [Range<Pfn>] {
    guard seed != 0 else { return [zone.start..<zone.end] }
    var generator = SeededGenerator(seed: seed)
    var stretches: [Range<Pfn>] = []
    var start = zone.start
    while start < zone.end {
      let lengths = FreeingOrder.stretchLengths
      let length = lengths[generator.below(lengths.count)] * pageblockPages
      let end = min(zone.end, start & ~(pageblockPages - 1) + length)
      stretches.append(start..<end)
      start = end
    }
    var index = 0
    while index + 1 < stretches.count {
      if generator.below(FreeingOrder.swapsOneIn) == 0 {
        stretches.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    return stretches
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
