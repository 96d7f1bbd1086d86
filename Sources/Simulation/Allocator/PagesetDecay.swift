extension Kernel {
  /// Lets time pass by one moment, and the workers do what is due.
  @inline(__always) func passMoment() {
    moment &+= 1
    if let next = dueWorkers.first, next.moment <= moment { runDueWorkers() }
  }

  private func runDueWorkers() {
    while let next = dueWorkers.first, next.moment <= moment {
      dueWorkers.removeFirst()
      for zone in memory.zones where zone.hasPagesets { lowerHigh(zone, cpu: next.cpu) }
    }
  }

  /// Takes an eighth off the `high` of a set that stands above its minimum, and drains what then lies
  /// above it.
  private func lowerHigh(_ zone: Zone, cpu: Int) {
    let set = Pageset(self, zone, cpu)
    let high = set[.high]
    guard version.pagesetHighIsTuned, high > set[.highMin] else { return }
    let lowered = max(set.count - set.batch << batchScale, high - high >> 3, set[.highMin])
    set[.high] = lowered
    guard set.count > lowered else { return }
    note(.drainsPerCPU, .drain(zone: zone.index, cpu: cpu, pages: set.count - lowered))
    drain(zone, cpu: cpu, pages: set.count - lowered, firstList: 0)
  }
}
