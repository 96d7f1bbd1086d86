/// Something that happens in a run and that one can wait for; the raw value is its name in a lesson.
/// Which rules make it happen stands in their rows of `RuleMeaning`.
public enum Milestone: String, CaseIterable, Sendable {
  case runBegan = "run-began"
  /// The migrate scanner entered a pageblock; not where it goes on in one.
  case blockEntered = "block-entered"
  /// The migrate scanner took a page.
  case isolated
  /// The migrate scanner stops with pages to move: as many as it wants at once, or all that its pageblock gave.
  case batchFull = "batch-full"
  /// The migrate scanner met a page that somebody holds.
  case pinnedPassed = "pinned-passed"
  /// The free scanner took a free block.
  case targetFound = "target-found"
  /// The free scanner left a pageblock alone: its type, or what is free in it.
  case targetRefused = "target-refused"
  case unmapped, moved
  case migrationFailed = "migration-failed"
  /// Two buddies became one block.
  case merged
  /// A skip hint was honoured by either scanner.
  case blockSkipped = "block-skipped"
  /// A freed page went to a per-CPU list.
  case freedToCPU = "freed-to-cpu"
  /// A per-CPU list begins to give pages back to the free lists.
  case drained
  case scannersMet = "scanners-met"
  case runEnded = "run-ended"
}
