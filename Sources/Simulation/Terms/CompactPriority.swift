/// How hard direct compaction tries (`enum compact_priority`); lower raw values try harder.
public enum CompactPriority: Int, Comparable, Sendable {
  case syncFull, syncLight, async
  public static func < (a: CompactPriority, b: CompactPriority) -> Bool { a.rawValue < b.rawValue }

  /// SYNC_FULL differs by what it ignores, not by its mode.
  var mode: MigrateMode { self == .async ? .async : .syncLight }
}
