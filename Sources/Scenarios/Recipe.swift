import Simulation

/// How a machine's memory looks after some time of use: how its pageblocks are typed, what free blocks
/// are left, and what fills the rest. Counts are those of one measured machine and are scaled to others.
public struct Recipe: Equatable, Sendable {
  /// One zone of the measured machine.
  public struct Zone: Equatable, Sendable {
    public var name: ZoneName
    /// The pages that the counts below were found in.
    public var managed: Int
    /// Pageblocks of each type; those not counted are Movable, or CMA where the machine has it.
    public var pageblocks: [Migratetype: Int]
    /// Free blocks of order 0 and up.
    public var free: [Migratetype: [Int]]
  }
  /// A kind of page that fills pageblocks of a type.
  public struct Filling: Equatable, Sendable {
    public var kind: PageKind
    /// Of the pages that are not free, 0 to 1.
    public var share: Double
    /// Mean length of a run of such pages, in pages.
    public var run: Int
  }

  public var title: String
  public var seed: Int
  public var zones: [Zone]
  /// Mean lengths of the runs in which pageblocks of a type lie together, in pageblocks.
  public var pageblockRuns: [Migratetype: Int]
  /// The same for free blocks of the largest order, in blocks.
  public var largestFreeRun: Int
  /// What fills pageblocks of each type.
  public var used: [Migratetype: [Filling]]
  /// Of the pages that can move, the part that somebody holds on to.
  public var pinned: Double
}
