/// What is due while a run goes on, and would happen whatever it does: what is asked for first, what a person
/// changes behind which step, when others come to work. Together with a memory that stands at a quiet point
/// it is all that a kernel needs to go on.
public struct Agenda: Equatable, Sendable {
  /// Something asked of a kernel.
  public struct Request: Equatable, Sendable {
    public var version: KernelVersion
    public var trigger: Trigger
    public init(version: KernelVersion, trigger: Trigger) {
      self.version = version
      self.trigger = trigger
    }
  }

  public var first: Request
  /// What a person changes while the run goes on: the edits that follow a step. The run up to there is
  /// the same as without them. Only recorded runs know steps; others leave them out.
  public var edits: [Int: [Edit]] = [:]
  /// When the workers of the per-CPU lists run, ascending.
  public var workers: [PagesetWorker] = []
  /// First pfn of pageblocks in which an async run finds a lock busy (model 13): a simulation can't know.
  public var busyLocks: Set<Pfn> = []

  public init(first: Request) { self.first = first }

  /// What has been asked for, in order, once all edits are made: what the register `request` counts.
  public var requests: [Request] { requests(beforeStep: .max) }

  /// The same where only the edits behind earlier steps are made.
  public func requests(beforeStep step: Int) -> [Request] {
    [first]
      + edits.filter { $0.key < step }.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { edit in
        if case .restart(let version, let trigger) = edit {
          Request(version: version, trigger: trigger)
        } else {
          nil
        }
      }
  }
}
