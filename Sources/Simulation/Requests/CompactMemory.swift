/// What a write to `/proc/sys/vm/compact_memory` does (model 3.5).
extension Kernel {
  /// Compacts the next zone of so many writes.
  /// - Parameter item: counts zones through all writes, from 0.
  /// - Returns: whether there is another one.
  func compactByHand(_ item: Int, times: Int) -> Bool {
    let zones = memory.zones
    guard zones.indices.contains(item % zones.count), times > 0 else { return false }
    isResumable = true
    defer { isResumable = false }
    compactByHand(zones[item % zones.count])
    return !isGivenUp && item + 1 < zones.count * times
  }

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
