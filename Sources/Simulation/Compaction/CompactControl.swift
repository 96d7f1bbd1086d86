/// What a run is asked to do (model 3.1, the constant part of `struct compact_control`). What changes
/// while it runs are registers, so that it can be played back.
struct CompactControl {
  /// The order wanted, or −1 for "all of the zone".
  var order: Order = -1
  var mode: MigrateMode = .sync
  var gfp: GFPMask = .kernel
  var migratetype: Migratetype { gfp.migratetype }
  var allocFlags: WatermarkFlags = []
  /// The highest zone that the request may use.
  var highestZone: ZoneName?
  var ignoresSkipHint = false
  var ignoresBlockSuitability = false
  var wholeZone = false
  var direct = false
  var proactive = false
  /// Contiguous allocation: no hints are set, huge pages and whole ranges matter.
  var setsNoSkipHint = false
  /// Contiguous allocation: free blocks must fill the range.
  var allocatesContiguous = false
  /// The order at which freed blocks are captured; −1 while capture is not armed.
  var captureOrder: Order = -1
  /// The zone that capture is armed for.
  var captureZone = -1

  var viaCompactMemory: Bool { order == -1 }
}

/// A request for pages (model 2.3, 2.4).
struct AllocationRequest {
  var order: Order
  var gfp: GFPMask
  var migratetype: Migratetype
  /// The highest zone it may use: an index into the populated zones.
  var highestZone: ZoneName
  /// Fallback may only take whole pageblocks.
  var noFragment = false
  var flags: WatermarkFlags

  init(order: Order, gfp: GFPMask, highestZone: ZoneName = .movable, version: KernelVersion) {
    self.order = order
    self.gfp = gfp
    self.highestZone = highestZone
    migratetype = gfp.migratetype
    flags = migratetype == .movable ? .cma : []
    if gfp.contains(.high) { flags.insert(.minReserve) }
    if !gfp.contains(.directReclaim) {
      flags.insert(.nonBlock)
      // Only the newest kernels ask for `__GFP_HIGH` as well.
      if order > 0, gfp.contains(.high) || !version.highAtomicNeedsHigh { flags.insert(.highAtomic) }
    }
  }

  var mayUseCMA: Bool { migratetype == .movable }
  var mayUseHighAtomic: Bool { flags.contains(.highAtomic) }
  /// Requests that must not fail for want of the reserve.
  var mayUseReserve: Bool { flags.contains(.oom) || flags.contains(.nonBlock) }
}

extension Kernel {
  /// Intercepts a block that is being freed, if it is exactly what the compacting task waits for
  /// (model 2.7, `compaction_capture`).
  func capture(_ pfn: Pfn, order: Order, zone: Zone, type: Migratetype) -> Bool {
    guard zone.index == control.captureZone, memory.isEmpty(lists.captured), type != .cma,
      type != .isolate
    else { return false }
    if order < scale.pageblockOrder, type == .movable, control.migratetype != .movable { return false }
    link(pfn, first: true, lists.captured, place: .captured, order: order, type: type, .capturesBlock)
    return true
  }

  /// The zone that the run under way is in.
  var runZone: Zone { memory.zones[read(.control(.zone))] }

  var migratePfn: Pfn {
    get { read(.control(.migratePfn)) }
    set { set(.control(.migratePfn), newValue) }
  }
  var freePfn: Pfn {
    get { read(.control(.freePfn)) }
    set { set(.control(.freePfn), newValue) }
  }
  var nrMigratepages: Int {
    get { read(.control(.nrMigratepages)) }
    set { set(.control(.nrMigratepages), newValue) }
  }
  var nrFreepages: Int { read(.control(.nrFreepages)) }
  /// Start of the block the last batch came from; 0 for none.
  var lastMigratedPfn: Pfn {
    get { read(.control(.lastMigratedPfn)) }
    set { set(.control(.lastMigratedPfn), newValue) }
  }
  var finishesPageblock: Bool {
    get { read(.control(.finishPageblock)) != 0 }
    set { set(.control(.finishPageblock), newValue ? 1 : 0) }
  }
  var contended: Bool { read(.control(.contended)) != 0 }
  /// One counter for both fast searches (model 5.3).
  var fastSearchFail: Int {
    get { read(.control(.fastSearchFail)) }
    set { set(.control(.fastSearchFail), newValue) }
  }
}
