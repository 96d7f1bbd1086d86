/// The background reclaimer, as far as compaction can tell (model 3.2, 3.3, `kswapd`). It runs when the request
/// that woke it is done.
extension Kernel {
  /// Has the background reclaimer work on the zones of a request (`wake_all_kswapds`). Where it finds nothing
  /// to reclaim it is done at once.
  func wakeKswapd(_ request: AllocationRequest) {
    for zone in zonesHighestFirst(request)
    where read(zoneRegister(zone, .reclaimActive)) == 0 && hasReclaimablePages(zone) {
      set(zoneRegister(zone, .reclaimActive), 1)
    }
    // A task that waits compacts itself; for one that may not, kcompactd is what is left.
    wakeKswapd(order: request.gfp.mayWait ? 0 : request.order, highestZone: request.highestZone)
  }

  /// Wakes it, or has it look for more if it is awake (`wakeup_kswapd`).
  /// - Parameter order: for which kcompactd is to be woken afterwards; 0 for none.
  func wakeKswapd(order: Order, highestZone: ZoneName) {
    set(.kernel(.kswapdOrder), max(read(.kernel(.kswapdOrder)), order + 1))
    set(.kernel(.kswapdZone), max(read(.kernel(.kswapdZone)), highestZone.rawValue))
  }

  /// A round of the background reclaimer, if somebody woke it: it takes the watermark boost back, and wakes
  /// kcompactd, after a boost for a whole pageblock (`balance_pgdat`, `kswapd_try_to_sleep`).
  func letKswapdWork() {
    guard read(.kernel(.kswapdOrder)) > 0, !isGivenUp else { return }
    let order = read(.kernel(.kswapdOrder)) - 1
    let highest = ZoneName(rawValue: read(.kernel(.kswapdZone))) ?? .movable
    set(.kernel(.kswapdOrder), 0)
    set(.kernel(.kswapdZone), 0)
    let boosted = memory.zones.filter { read(zoneRegister($0, .watermarkBoost)) > 0 && $0.name <= highest }
    for zone in boosted {
      let pages = read(zoneRegister(zone, .watermarkBoost))
      set(zoneRegister(zone, .watermarkBoost), 0)
      add(1, to: .kernel(.boostsCleared))
      note(.clearsBoost, .boost(zone: zone.index, pages: pages))
    }
    let wanted = max(order, boosted.isEmpty ? 0 : scale.pageblockOrder)
    guard wanted > 0 else { return }
    if order > 0 { for zone in memory.zones { resetSkipHints(zone) } }
    wakeKcompactdUnlessDeferred(order: wanted, highestZone: highest)
    task = .requester
  }
}
