/// One round of the worker that each CPU has for its per-CPU lists (model 1.5, `decay_pcp_high`). It comes
/// about once a second; at which moment of a run is in no snapshot.
public struct PagesetWorker: Equatable, Sendable {
  /// The moment: it runs when so many pages and blocks have been freed and tracepoints passed, together.
  public var moment: Int
  public var cpu: Int
  public init(moment: Int, cpu: Int) {
    self.moment = moment
    self.cpu = cpu
  }
}

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
    note(.drainsPerCPU, zone.start, argument: set.count - lowered, list: cpu)
    drain(zone, cpu: cpu, pages: set.count - lowered, firstList: 0)
  }
}
