import Simulation
import Stage

extension Branching {
  /// What the scene of a run shows of its branches.
  struct Shown {
    let name: Title.Branch
    /// Steps behind which a branch left, or this one did.
    let forks: [Int]
    /// Pages that were edited in the step just made.
    let edited: [Range<Pfn>]
    /// Another branch at the same moment, its map without marks.
    let beside: Beside?
  }
}
