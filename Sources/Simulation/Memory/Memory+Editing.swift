/// Changing a memory by hand, outside of a run.
extension Memory {
  /// Makes edits, one after the other, as a run makes them when they are due.
  public func make(_ edits: [Edit]) throws(EditRefusal) {
    let kernel = Kernel(memory: self, version: .v6_12, recorder: NoRecorder())
    for edit in edits {
      try check(edit)
      kernel.make([edit])
    }
  }

  /// Makes those edits that can be made, as a run makes them when they are due.
  /// - Returns: the steps that a recorded run has for them.
  @discardableResult
  public func makePossible(_ edits: [Edit], version: KernelVersion) -> Int {
    var steps = 0
    let recorder = ChangeRecorder(memory: self) { steps += $0.steps }
    let kernel = Kernel(memory: self, version: version, recorder: recorder)
    kernel.make(edits)
    kernel.recorder.finish()
    return steps
  }

  /// The blocks on a free list by their first pages, the list's first one first.
  public func blocks(zone: Int, order: Order, type: Migratetype) -> [Pfn] {
    pages(on: lists.free(zone: zone, order: order, type: type))
  }
}
