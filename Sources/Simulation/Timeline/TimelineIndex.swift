/// Shortcuts through a recorded run: the deltas between the states at chunk boundaries, and between
/// every eighth, and every sixty-fourth of them, so that any position is a few deltas away from any
/// other.
public struct TimelineIndex: Sendable {
  static let fanout = 8
  /// `levels[l][i]` leads between boundary i·8^l and boundary (i+1)·8^l.
  private(set) var levels: [[StateDelta]] = [[]]

  /// Makes the index by playing a recording back from its end.
  /// - Parameter memory: the memory in which the run was recorded, as it was left. It is back at the
  ///   run's start afterwards.
  /// - Parameter isCancelled: asked between chunks; the index is nil if it says so.
  public init?(recording: Recording, playingBack memory: Memory, isCancelled: () -> Bool = { false }) {
    var deltas: [StateDelta] = []
    let after = Memory(copying: memory)
    for chunk in recording.chunks.reversed() {
      if isCancelled() { return nil }
      for index in stride(from: chunk.count - 1, through: 0, by: -1) { memory.revert(chunk[index]) }
      let delta = after.delta(to: memory)
      after.apply(delta)
      deltas.append(delta)
    }
    deltas.reverse()
    levels = [deltas]
    while let finest = levels.last, finest.count >= TimelineIndex.fanout {
      var coarser: [StateDelta] = []
      for group in 0..<finest.count / TimelineIndex.fanout {
        var joined = StateDelta()
        for index in 0..<TimelineIndex.fanout {
          joined = StateDelta(joining: joined, finest[group * TimelineIndex.fanout + index])
        }
        coarser.append(joined)
      }
      levels.append(coarser)
    }
  }

  /// Bytes that the deltas take.
  public var size: Int { levels.reduce(0) { $0 + $1.reduce(0) { $0 + $1.size } } }

  /// The deltas on the way from one chunk boundary to another.
  func path(from start: Int, to end: Int) -> [StateDelta] {
    var path: [StateDelta] = []
    var position = min(start, end)
    let last = max(start, end)
    while position < last {
      var level = 0
      var width = 1
      while level + 1 < levels.count, position % (width * TimelineIndex.fanout) == 0,
        position + width * TimelineIndex.fanout <= last,
        position / (width * TimelineIndex.fanout) < levels[level + 1].count
      {
        level += 1
        width *= TimelineIndex.fanout
      }
      path.append(levels[level][position / width])
      position += width
    }
    return path
  }
}
