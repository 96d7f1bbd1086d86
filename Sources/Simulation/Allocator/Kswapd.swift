/// The background reclaimer, as far as compaction can tell (model 3.2, `kswapd`).
extension Kernel {
  /// Has the background reclaimer work on the zones of a request (`wake_all_kswapds`). Where it finds nothing
  /// to reclaim it is done at once.
  func wakeKswapd(_ request: AllocationRequest) {
    for zone in zonesHighestFirst(request)
    where read(zoneRegister(zone, .reclaimActive)) == 0 && hasReclaimablePages(zone) {
      set(zoneRegister(zone, .reclaimActive), 1)
    }
  }
}
