/// A place for what one run knows of itself (`struct compact_control`, and its lists): each task that may
/// be in compaction has one, so that two runs can be under way at once.
public struct RunSlot: Hashable, Sendable {
  let index: Int
  @inline(__always) init(index: Int) { self.index = index }

  init(_ task: CompactionTask) { self.init(index: task.rawValue) }

  /// How many there are.
  static let count = CompactionTask.allCases.count
  static let all = (0..<count).map(RunSlot.init(index:))
}
