/// Which of the kernel's lists a page is on.
public enum Place: UInt8, CaseIterable, Sendable {
  /// None of those below: in use, or inside a block whose first page is on one.
  case none
  /// Head of a block on a free list of the buddy allocator.
  case buddy
  /// Head of a block on a per-CPU list.
  case perCPU
  /// Taken by the migrate scanner, to be moved.
  case isolatedSource
  /// Head of a block taken by the free scanner and not handed out yet: held.
  case isolatedFree
  /// Handed out as the target of a source.
  case target
  /// Head of a block intercepted for the task that compacts.
  case captured
}
