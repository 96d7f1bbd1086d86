/// Going through a recording without playing it: for what can be found in the changes alone, on any thread.
extension Recording {
  /// The nearest step behind or before one of which a change satisfies `condition`, which is given the
  /// changes in their order from there with the step that each leads up to.
  func nearest(
    to step: Int, forward: Bool, isCancelled: () -> Bool = { false },
    _ condition: (Int, Change) -> Bool
  ) -> Int? {
    guard stepCount > 0 else { return nil }
    var (chunk, position, done) = locate(step)
    if forward {
      var here = step - done
      while chunk < chunks.count, !isCancelled() {
        let current = chunks[chunk]
        while position < current.count {
          let change = current[position]
          here += change.steps
          let first = max(step + 1, here - max(change.steps - 1, 0) + (change.steps == 0 ? 1 : 0))
          if condition(first, change) { return min(first, stepCount) }
          position += 1
        }
        chunk += 1
        position = 0
      }
      return nil
    }
    // The present step's own changes come first on the way back; it is no answer itself.
    var here = step - done
    var pending: Int?
    while true {
      while position > 0 {
        position -= 1
        let change = chunks[chunk][position]
        if change.steps > 0 { pending = here }
        if condition(pending ?? here, change), let found = pending, found < step { return found }
        here -= change.steps
      }
      guard chunk > 0, !isCancelled() else { return nil }
      chunk -= 1
      position = chunks[chunk].count
    }
  }

  /// Goes through all changes behind a step, or before it in reverse. A step's own number comes with the
  /// changes that lead up to it.
  func walk(
    from step: Int, forward: Bool, isCancelled: () -> Bool = { false }, _ visit: (Int, Change) -> Void
  ) {
    _ = nearest(to: step, forward: forward, isCancelled: isCancelled) { step, change in
      visit(step, change)
      return false
    }
  }

  /// The place in the recording right behind a step: a chunk, the next change in it, and how many of
  /// that change's steps are done.
  func locate(_ step: Int) -> (chunk: Int, position: Int, done: Int) {
    let (chunk, position, left) = locateChange(endingStep: step)
    guard step > 0 else { return (0, 0, 0) }
    return left == chunks[chunk][position].steps
      ? (chunk, position + 1, 0) : (chunk, position, left)
  }

  /// The change in which a step ends, and which of the change's steps it is, from 1.
  func locateChange(endingStep step: Int) -> (chunk: Int, position: Int, ordinal: Int) {
    guard step > 0 else { return (0, 0, 0) }
    var low = 0
    var high = chunks.count - 1
    while low < high {
      let middle = (low + high) / 2
      if stepsBefore[middle + 1] >= step { high = middle } else { low = middle + 1 }
    }
    var left = step - stepsBefore[low]
    let current = chunks[low]
    var position = 0
    while true {
      let steps = current[position].steps
      if steps >= left { return (low, position, left) }
      left -= steps
      position += 1
    }
  }
}
