extension Playhead {
  /// What the step just made was about; nil before the first.
  public var lastStep: Step? {
    guard let (chunk, position, ordinal) = lastChange else { return nil }
    return recording.chunks[chunk][position].step(ordinal, in: memory)
  }

  /// What the step before the one just made was about; nil before the second.
  public var precedingStep: Step? {
    guard step > 1, let last = lastChange else { return nil }
    var (chunk, position, ordinal) = last
    var change = recording.chunks[chunk][position]
    guard ordinal == 0 else { return change.step(ordinal - 1, in: memory) }
    var later: [Change] = []
    repeat {
      later.append(change)
      while position == 0 {
        chunk -= 1
        position = recording.chunks[chunk].count
      }
      position -= 1
      change = recording.chunks[chunk][position]
    } while change.steps == 0
    ordinal = change.steps - 1
    return change.step(ordinal, in: memory, before: later)
  }

  /// The change that ended the last step, and which of its steps that was, from 0.
  var lastChange: (chunk: Int, position: Int, ordinal: Int)? {
    guard step > 0 else { return nil }
    if done > 0 { return (chunk, position, done - 1) }
    let (chunk, position) =
      position > 0 ? (chunk, position - 1) : (chunk - 1, recording.chunks[chunk - 1].count - 1)
    return (chunk, position, recording.chunks[chunk][position].steps - 1)
  }
}
