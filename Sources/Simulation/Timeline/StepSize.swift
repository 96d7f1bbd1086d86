/// How far one press goes. Each size stops only where the finer ones stop as well.
public enum StepSize: Sendable {
  /// One verdict, one page moved, one block freed.
  case page
  /// To the end of a phase: isolate, find targets, unmap, move, drain, finish test.
  case phase
  /// To the moment when either scanner enters another pageblock.
  case pageblock
  /// To the next interesting event: a failed move, a large merge, a skipped block, the end.
  case event
}
