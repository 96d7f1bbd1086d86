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
  /// The order at which freed blocks are captured; −1 while capture is not armed.
  var captureOrder: Order = -1
  /// The zone that capture is armed for.
  var captureZone = -1

  var viaCompactMemory: Bool { order == -1 }
}
