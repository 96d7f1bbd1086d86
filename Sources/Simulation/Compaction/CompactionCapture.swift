/// Capturing a block as it is freed (model 2.7).
extension Kernel {
  /// Intercepts a block that is being freed, if it is exactly what the compacting task waits for
  /// (model 2.7, `compaction_capture`). Newer kernels let a whole pageblock so captured take the request's type.
  func capture(_ pfn: Pfn, order: Order, zone: Zone, type: Migratetype) -> Bool {
    guard zone.index == control.captureZone, memory.isEmpty(captured), type != .cma,
      type != .isolate
    else { return false }
    if order < scale.pageblockOrder, type == .movable, control.migratetype != .movable { return false }
    if version.captureClaimsPageblock, order >= scale.pageblockOrder, type != control.migratetype,
      type.isMergeable
    {
      retag(pfn, order: order, to: control.migratetype)
    }
    link(pfn, first: true, captured, place: .captured, order: order, type: type, .capturesBlock)
    return true
  }
}
