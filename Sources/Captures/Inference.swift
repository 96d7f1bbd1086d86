/// What a recording does not hold, and so had to be taken in its place (model 1.6).
public enum Inference: Equatable, Sendable, Encodable {
  /// So many pages came free while the lists were read and are on none of them: they are freed as if the worker of
  /// the per-CPU lists had just drained them.
  case pagesInTransit(count: Int)
  /// Free pages are listed in an order in which they may have come free.
  case freeLists
  /// As many pageblocks of each type as pagetypeinfo counts.
  case pageblocks
  /// No page is pinned.
  case pinned
}
