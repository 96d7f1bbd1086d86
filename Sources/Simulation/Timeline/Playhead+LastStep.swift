/// What the step just made has changed, read from its changes: nothing moves for it.
extension Playhead {
  /// The changes of the step just made, the last one first: the one that ends it, or the part of it that is
  /// this step, and those that led up to it.
  var changesOfLastStep: [Change] {
    guard let last = lastChange else { return [] }
    var (chunk, position, ordinal) = last
    var changes = [recording.chunks[chunk][position]]
    if changes[0].steps > 1 {
      changes[0] = changes[0].part(from: ordinal, count: 1)
      if ordinal > 0 { return changes }
    }
    while true {
      position -= 1
      if position < 0 {
        guard chunk > 0 else { return changes }
        chunk -= 1
        position = recording.chunks[chunk].count - 1
      }
      let change = recording.chunks[chunk][position]
      guard change.steps == 0 else { return changes }
      changes.append(change)
    }
  }

  /// By how much the step just made let registers grow.
  public func changes(of registers: [Register]) -> [Int] {
    var sums = [Int](repeating: 0, count: registers.count)
    // Whose run a change was made in is told by the register `run`, which the step may have changed.
    var slot = memory.run
    for change in changesOfLastStep {
      for (index, register) in registers.enumerated() {
        sums[index] += memory.effect(of: change, on: register, run: slot)
      }
      slot = RunSlot(index: slot.index - memory.effect(of: change, on: .kernel(.run), run: slot))
    }
    return sums
  }

  /// What the run under way, or the last one, knew of itself before the step just made.
  public func before(_ field: ControlField) -> Int {
    before(.control(field, of: RunSlot(index: before(.kernel(.run)))))
  }

  /// What was in a register before the step just made; what is in it where no step has been made.
  public func before(_ register: Register) -> Int { memory[register] - changes(of: [register])[0] }
}
