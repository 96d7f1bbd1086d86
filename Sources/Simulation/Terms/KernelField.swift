/// What the kernel as a whole is in the middle of. With it, and with an `Agenda`, a kernel can go on from a
/// memory that stands at a quiet point.
public enum KernelField: Int, CaseIterable, Sendable {
  /// Index into `KernelVersion.known`.
  case version
  /// The settings under `/proc/sys/vm`.
  case compactionProactiveness, extfragThreshold, compactUnevictableAllowed, watermarkBoostFactor
  /// The task at work, as a raw value of `CompactionTask`, and the CPU it is on.
  case task, cpu
  /// Which run is under way, or was the last: a `RunSlot`.
  case run
  /// Which request is served: 0 for the first, then one more for each that a person let follow.
  case request
  /// How many requests have been let follow.
  case successors
  /// What of the request is served next, from 0: a zone, a fault, a page; by the trigger.
  case item
  /// Requests for pages that got them, and those that got none.
  case requestsServed, requestsFailed
  /// 1 while the task that asked has a fatal signal pending.
  case signalPending
  /// One more than the order that the background reclaimer was woken for, 0 while it sleeps; the highest zone.
  case kswapdOrder, kswapdZone
  /// How often it has taken a watermark boost back.
  case boostsCleared
  /// The node's score before the round of proactive compaction under way, in percent.
  case roundScore
  /// Frees and tracepoints before the last quiet point.
  case moment
  /// Pages that others hold isolated on the node.
  case isolatedElsewhere
  /// Sink of lists that nobody counts.
  case uncounted
  static let total = KernelField.allCases.count
}
