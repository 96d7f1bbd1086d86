/// What a write to `/proc/sys/vm/compact_memory` does (model 3.5).
extension Kernel {
  /// Compacts a zone as hard as it can: each populated one in turn, lowest first. A run that is under way
  /// there goes on.
  /// - Returns: how it ended.
  @discardableResult
  func compactByHand(_ zone: Zone) -> CompactResult {
    if read(.running) != 0 { return goOnScanning(zone) }
    if zone.index == 0 { drainAllFolioBatches() }
    var request = CompactControl()
    request.mode = .sync
    request.ignoresSkipHint = true
    request.wholeZone = true
    return compactZone(zone, request)
  }
}
