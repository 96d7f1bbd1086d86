/// What a simulation cannot know and a test, a lesson or a comparison may set: the doings of others
/// (model 13).
public struct Disturbances: Equatable, Sendable {
  /// Pages that others hold isolated on the node.
  public var pagesIsolatedElsewhere = 0
  /// First pfn of pageblocks in which an async run finds a lock busy.
  public var busyLocks: Set<Pfn> = []
  /// When the workers of the per-CPU lists run, ascending.
  public var workers: [PagesetWorker] = []
  public init() {}
}
