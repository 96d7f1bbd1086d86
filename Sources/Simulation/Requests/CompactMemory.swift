/// What a write to `/proc/sys/vm/compact_memory` does (model 3.5).
extension Kernel {
  /// Compacts every populated zone, lowest first, as hard as it can.
  /// - Returns: how each zone ended.
  @discardableResult
  func compactMemory() -> [CompactResult] {
    drainAllFolioBatches()
    var results: [CompactResult] = []
    for zone in memory.zones where !isGivenUp {
      var request = CompactControl()
      request.mode = .sync
      request.ignoresSkipHint = true
      request.wholeZone = true
      results.append(compactZone(zone, request))
    }
    return results
  }

  /// `lru_add_drain_all`: every CPU's batches.
  private func drainAllFolioBatches() {
    drainFolioBatch()
    for pfn in otherFolioBatches {
      let frame = memory.frame(at: pfn)
      changeFrame(
        pfn, to: Frame(bits: frame.bits & ~PageFlags.inBatch.rawValue | PageFlags.lru.rawValue))
    }
    otherFolioBatches.removeAll()
  }
}
