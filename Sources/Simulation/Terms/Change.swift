/// The smallest thing that can happen to a memory. Every change can be applied and taken back; a run is
/// the sequence of its changes. A change with a rule ends a step.
public struct Change: Equatable, Sendable, BitwiseCopyable {
  public enum Operation: UInt8, Sendable, BitwiseCopyable {
    /// Nothing changes; something is said.
    case note
    /// `frame` goes to the first or last place of `list`; `argument` is the exclusive or of its bits
    /// before and after.
    case linkFirst, linkLast
    /// `frame` goes to the first place of `list`, the list of sources, and the migrate scanner goes on
    /// by one page; `argument` as for `linkFirst`.
    case isolate
    /// `frame` goes to the last place of `list`, the list of targets, and one source less is without
    /// one; `argument` as for `linkFirst`.
    case handOut
    /// `frame` leaves `list`; `argument` was its successor.
    case unlink
    /// `list` begins with `frame` from now on, what stood before it goes to its end in the same order;
    /// `argument` was first until now.
    case rotate
    /// The bits of `frame` change by the exclusive or with `argument`.
    case frame
    /// The contents of `frame` and of the frame `argument` are exchanged.
    case move
    /// The first source `frame` moves to the first target `argument`; both leave their lists.
    case moveFirst
    /// Type or skip hint of the pageblock at `frame` change by the exclusive or with `argument`.
    case pageblock
    /// Register `list` grows by the signed 64-bit number whose low half is `frame` and high half
    /// `argument`.
    case register
    /// A scanner looks at `argument` pages from `frame` on, `list` pages apart, with the same verdict:
    /// as many steps.
    case migrateScan, freeScan
    /// A scanner counts `argument` pages at `frame` and goes on `list` pages further: one step.
    case migrateJump, freeJump
  }

  public var operation: Operation
  public var rule: Rule
  public var list: UInt16
  public var frame: UInt32
  public var argument: UInt32

  @inline(__always) init(
    _ operation: Operation, _ rule: Rule, list: UInt16 = 0, frame: Pfn = 0, argument: UInt32 = 0
  ) {
    self.operation = operation
    self.rule = rule
    self.list = list
    self.frame = UInt32(truncatingIfNeeded: frame)
    self.argument = argument
  }

  /// How many of the finest steps it is.
  @inline(__always) public var steps: Int {
    switch operation {
    case .migrateScan, .freeScan: Int(argument)
    default: rule == .none ? 0 : 1
    }
  }
}
