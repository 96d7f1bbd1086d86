/// After failures, compaction is put off for longer and longer (model 4.8).
extension Kernel {
  /// 6: at most 63 attempts are passed over (`COMPACT_MAX_DEFER_SHIFT`).
  private var maxDeferShift: Int { 6 }

  /// Whether an attempt is passed over (`compaction_deferred`); counts it if so.
  func isDeferred(_ zone: Zone, order: Order) -> Bool {
    guard order >= read(zoneRegister(zone, .orderFailed)) else { return false }
    let limit = 1 << read(zoneRegister(zone, .deferShift))
    let isPutOff = isPutOff(zone, order: order)
    let considered = read(zoneRegister(zone, .considered)) + 1
    set(zoneRegister(zone, .considered), min(considered, limit))
    guard isPutOff else { return false }
    trace(
      .deferred(
        zone: zone.name, order: order, orderFailed: read(zoneRegister(zone, .orderFailed)),
        considered: considered, limit: limit))
    note(.compactionDeferred, .putOff(zone: zone.index, considered: considered, limit: limit))
    return true
  }

  /// Whether the next attempt would be passed over; counts nothing.
  func isPutOff(_ zone: Zone, order: Order) -> Bool {
    order >= read(zoneRegister(zone, .orderFailed))
      && read(zoneRegister(zone, .considered)) + 1 < 1 << read(zoneRegister(zone, .deferShift))
  }

  /// Notes a failure (`defer_compaction`).
  func deferCompaction(_ zone: Zone, order: Order) {
    set(zoneRegister(zone, .considered), 0)
    set(zoneRegister(zone, .deferShift), min(read(zoneRegister(zone, .deferShift)) + 1, maxDeferShift))
    if order < read(zoneRegister(zone, .orderFailed)) { set(zoneRegister(zone, .orderFailed), order) }
    trace(
      .deferCompaction(
        zone: zone.name, order: order, orderFailed: read(zoneRegister(zone, .orderFailed)),
        considered: 0, limit: 1 << read(zoneRegister(zone, .deferShift))))
    note(
      .defersCompaction,
      .deferral(zone: zone.index, order: order, shift: read(zoneRegister(zone, .deferShift))))
  }

  /// Notes a success (`compaction_defer_reset`).
  /// - Parameter allocated: whether the request got its page.
  func resetDeferral(_ zone: Zone, order: Order, allocated: Bool) {
    let shift = read(zoneRegister(zone, .deferShift))
    let wasPutOff = shift > 0 && order >= read(zoneRegister(zone, .orderFailed))
    if allocated {
      set(zoneRegister(zone, .considered), 0)
      set(zoneRegister(zone, .deferShift), 0)
    }
    if order >= read(zoneRegister(zone, .orderFailed)) {
      set(zoneRegister(zone, .orderFailed), order + 1)
    }
    trace(
      .deferReset(
        zone: zone.name, order: order, orderFailed: read(zoneRegister(zone, .orderFailed)),
        considered: read(zoneRegister(zone, .considered)),
        limit: 1 << read(zoneRegister(zone, .deferShift))))
    if allocated ? shift > 0 : wasPutOff {
      note(.resetsDeferral, .deferral(zone: zone.index, order: order, shift: shift))
    }
  }

  /// Whether so much has failed that the hints are worth nothing any more (`compaction_restarting`).
  func isRestarting(_ zone: Zone, order: Order) -> Bool {
    order >= read(zoneRegister(zone, .orderFailed))
      && read(zoneRegister(zone, .deferShift)) == maxDeferShift
      && read(zoneRegister(zone, .considered)) >= 1 << maxDeferShift
  }
}
