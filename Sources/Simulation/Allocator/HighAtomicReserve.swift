/// Pageblocks kept for requests that cannot wait (model 2.6).
extension Kernel {
  /// Keeps the pageblock of a page just given to a request that cannot wait, as long as the zone can
  /// spare it (`reserve_highatomic_pageblock`).
  func reserveHighAtomic(_ pfn: Pfn, zone: Zone) {
    let hundredth = zone.layout.managed / 100
    let block = scale.pageblockPages
    guard hundredth >= block else { return }
    let most = (hundredth + block - 1) / block * block
    let reserved = read(zoneRegister(zone, .reservedHighAtomic))
    guard reserved < most, memory.migratetype(ofPageblockAt: pfn).isMergeable else { return }
    set(zoneRegister(zone, .reservedHighAtomic), reserved + block)
    setMigratetype(.highAtomic, ofPageblockAt: pfn)
    moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: .highAtomic)
  }

  /// Gives one reserved pageblock back to a request that would fail without it
  /// (`unreserve_highatomic_pageblock`).
  /// - Parameter force: also the last one, as before the OOM killer.
  /// - Returns: whether there was one with free pages.
  func unreserveHighAtomic(_ request: AllocationRequest, force: Bool = false) -> Bool {
    for zone in zonesHighestFirst(request) {
      let reserved = read(zoneRegister(zone, .reservedHighAtomic))
      guard reserved > (force ? 0 : scale.pageblockPages) else { continue }
      for order in 0...scale.maxOrder {
        guard let pfn = memory.first(of: lists.free(zone: zone.index, order: order, type: .highAtomic))
        else { continue }
        set(zoneRegister(zone, .reservedHighAtomic), max(0, reserved - scale.pageblockPages))
        setMigratetype(request.migratetype, ofPageblockAt: pfn)
        moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: request.migratetype)
        return true
      }
    }
    return false
  }
}
