/// Shortcuts through a recorded run: the deltas between the states at some chunk boundaries, evenly
/// spread, and between every eighth of those, so that any position is a few deltas away from any other.
public struct TimelineIndex: Sendable {
  private static let fanout = 8
  /// More places than this would cost memory and save less than a millisecond: a change is played in a
  /// few nanoseconds.
  private static let mostPlaces = 32

  /// Chunks between two places.
  let stride: Int
  /// `levels[l][i]` leads between place i·8^l and place (i+1)·8^l.
  private var levels: [[StateDelta]]

  /// Makes the index by playing a recording back from its end.
  /// - Parameter memory: the memory in which the run was recorded, as it was left. It is back at the
  ///   run's start afterwards.
  /// - Parameter isCancelled: asked between chunks; the index is nil if it says so.
  public init?(recording: Recording, playingBack memory: Memory, isCancelled: () -> Bool = { false }) {
    let chunks = recording.chunks
    stride = max(1, (chunks.count + TimelineIndex.mostPlaces - 1) / TimelineIndex.mostPlaces)
    let after = Memory(copying: memory)
    _ = memory.takeTouchedPageblocks()
    var deltas: [StateDelta] = []
    for number in Swift.stride(from: chunks.count - 1, through: 0, by: -1) {
      if isCancelled() { return nil }
      let chunk = chunks[number]
      for change in chunk.changes.reversed() { memory.revert(change) }
      guard number % stride == 0 else { continue }
      let delta = after.delta(to: memory, in: memory.takeTouchedPageblocks())
      after.apply(delta)
      deltas.append(delta)
    }
    deltas.reverse()
    levels = [deltas]
    while let finest = levels.last, finest.count >= TimelineIndex.fanout {
      levels.append(TimelineIndex.join(finest))
    }
  }

  private static func join(_ finest: [StateDelta]) -> [StateDelta] {
    (0..<finest.count / fanout).map { group in
      (0..<fanout).reduce(StateDelta()) { StateDelta(joining: $0, finest[group * fanout + $1]) }
    }
  }

  /// Bytes that the deltas take.
  public var size: Int { levels.reduce(0) { $0 + $1.reduce(0) { $0 + $1.size } } }

  /// The chunk boundary of the place nearest to a position, which is a chunk and the share of it that is
  /// done. The recording's end counts as a place only if it falls on one.
  func nearestPlace(chunk: Int, halfDone: Bool) -> Int {
    let place = (2 * chunk + (halfDone ? 1 : 0) + stride) / (2 * stride)
    return min(place, levels[0].count - 1) * stride
  }

  /// The deltas on the way from one place's chunk boundary to another's.
  func path(from start: Int, to end: Int) -> [StateDelta] {
    var path: [StateDelta] = []
    var position = min(start, end) / stride
    let last = max(start, end) / stride
    while position < last {
      var level = 0
      var width = 1
      while level + 1 < levels.count, position % (width * TimelineIndex.fanout) == 0,
        position + width * TimelineIndex.fanout <= last
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
