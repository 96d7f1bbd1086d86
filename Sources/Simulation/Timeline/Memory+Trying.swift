extension Memory {
  /// Makes those of the edits that can be made, lets somebody look, and takes them back.
  /// - Parameter look: is given what came of them; the memory has them meanwhile.
  public func trying<Result>(
    _ edits: [Edit], _ look: (TriedEdits) throws -> Result
  ) rethrows -> Result {
    var tried = TriedEdits()
    guard !edits.isEmpty else { return try look(tried) }
    var chunks: [ChangeChunk] = []
    let recorder = ChangeRecorder(memory: self) { chunks.append($0) }
    let kernel = Kernel(memory: self, recorder: recorder)
    tried.impossible = kernel.make(edits)
    kernel.recorder.finish()
    tried.steps = chunks.reduce(0) { $0 + $1.steps }
    defer {
      for chunk in chunks.reversed() {
        for change in chunk.changes.reversed() { revert(change) }
      }
    }
    return try look(tried)
  }
}

/// What came of edits that were made for a look.
public struct TriedEdits: Sendable {
  /// Those that could not be made.
  public internal(set) var impossible: [ImpossibleEdit] = []
  /// The steps that a recorded run has for the others.
  public internal(set) var steps = 0
}
