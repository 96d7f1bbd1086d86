/// A request for pages (model 2.3, 2.4).
struct AllocationRequest {
  var order: Order
  var gfp: GFPMask
  var migratetype: Migratetype
  /// The highest zone it may use: that of its mask, if no lower one is named.
  var highestZone: ZoneName
  /// Fallback may only take whole pageblocks.
  var noFragment = false
  var flags: WatermarkFlags

  init(order: Order, gfp: GFPMask, highestZone: ZoneName? = nil, version: KernelVersion) {
    self.order = order
    self.gfp = gfp
    self.highestZone = highestZone ?? gfp.highestZone
    migratetype = gfp.migratetype
    flags = migratetype == .movable ? .cma : []
    if gfp.contains(.high) { flags.insert(.minReserve) }
    if !gfp.contains(.directReclaim) {
      flags.insert(.nonBlock)
      // Only the newest kernels ask for `__GFP_HIGH` as well.
      if order > 0, gfp.contains(.high) || !version.highAtomicNeedsHigh { flags.insert(.highAtomic) }
    }
  }

  /// The same on a machine: where it has no HighMem, what could lie there is asked of Normal (`OPT_ZONE_HIGHMEM`).
  func on(_ zones: [Zone]) -> AllocationRequest {
    var request = self
    if highestZone == .highMem, !zones.contains(where: { $0.name == .highMem }) {
      request.highestZone = .normal
    }
    return request
  }

  var mayUseCMA: Bool { migratetype == .movable }
  var mayUseHighAtomic: Bool { flags.contains(.highAtomic) }
  /// Requests that must not fail for want of the reserve.
  var mayUseReserve: Bool { flags.contains(.oom) || flags.contains(.nonBlock) }
}
