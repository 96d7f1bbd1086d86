/// A quiet point of a recorded run: a kernel can go on from the memory as it is there, so that what follows
/// can become different without making again what comes before.
public struct Checkpoint: Equatable, Sendable {
  /// Steps made before it.
  public let step: Int
  /// The chunk it lies in, and its number among the quiet points of that chunk.
  let chunk: Int
  let number: Int
}

extension Recording {
  /// All of its quiet points that were kept, in order; the start is not among them.
  public var checkpoints: [Checkpoint] {
    chunks.indices.flatMap { index in
      chunks[index].checkpoints.enumerated().map {
        Checkpoint(step: stepsBefore[index] + $0.element.steps, chunk: index, number: $0.offset)
      }
    }
  }

  /// The last quiet point at which a step is not made yet; nil where only the start is.
  public func checkpoint(before step: Int) -> Checkpoint? {
    for index in chunks.indices.reversed() where stepsBefore[index] < step {
      let points = chunks[index].checkpoints
      if let number = points.lastIndex(where: { stepsBefore[index] + $0.steps < step }) {
        return Checkpoint(step: stepsBefore[index] + points[number].steps, chunk: index, number: number)
      }
    }
    return nil
  }

  /// What of it lies before a quiet point. The chunks before are shared.
  public func prefix(upTo checkpoint: Checkpoint) -> Recording {
    var prefix = Recording()
    for chunk in chunks[..<checkpoint.chunk] { prefix.append(chunk) }
    let point = chunks[checkpoint.chunk].checkpoints[checkpoint.number]
    if point.changes > 0 { prefix.append(chunks[checkpoint.chunk].prefix(upTo: point)) }
    return prefix
  }

  /// Makes all of its changes, those behind the last step as well, in a memory that stands at its start.
  public func replay(on memory: Memory) {
    for chunk in chunks {
      for change in chunk.changes { memory.apply(change) }
    }
  }
}
