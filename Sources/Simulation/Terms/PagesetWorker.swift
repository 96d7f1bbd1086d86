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
