/// A populated zone: what never changes about it, and its place in the machine.
public final class Zone: Sendable {
  /// Index among the machine's populated zones.
  public let index: Int
  public let layout: ZoneLayout
  public let start: Pfn
  /// First pfn behind the span.
  public let end: Pfn
  /// Whether grouping by mobility is on (model 1.3): off, everything is Unmovable.
  public let groupsByMobility: Bool

  init(index: Int, layout: ZoneLayout, groupsByMobility: Bool) {
    self.index = index
    self.layout = layout
    self.groupsByMobility = groupsByMobility
    start = layout.start
    end = layout.end
    hasPagesets = layout.pageset != nil
  }

  /// Whether per-CPU lists are on.
  let hasPagesets: Bool
  public var name: ZoneName { layout.name }
  @inline(__always) func contains(_ pfn: Pfn) -> Bool { pfn >= start && pfn < end }
}
