/// What a person does in the middle of a run: edits are made behind the steps that the agenda names, and
/// what is asked for may be given up for something else.
extension Kernel {
  /// Plans the edits of the agenda.
  /// - Parameter step: steps made already; nil at the very start, where edits for step 0 are made at once.
  func planEdits(after step: Int?) {
    let edits = (agenda?.edits ?? [:]).filter { step == nil || $0.key > step ?? 0 }
    dueEdits = edits.sorted { $0.key < $1.key }.map { (step: $0.key, edits: $0.value) }[...]
    if step == nil, dueEdits.first?.step == 0 {
      makeDueEdits()
    } else {
      recorder.expectEdit(afterStep: dueEdits.first?.step)
    }
  }

  func interrupt() {
    if recorder.isUnwanted {
      dueEdits = []
      isUnwanted = true
    }
    makeDueEdits()
  }

  private func makeDueEdits() {
    let due = dueEdits.popFirst()
    recorder.expectEdit(afterStep: dueEdits.first?.step)
    if let due { make(due.edits) }
  }

  /// Makes the edits that come behind the last step of what was asked for.
  func makeEditsAtEnd() {
    while read(.kernel(.signalPending)) == 0, !dueEdits.isEmpty {
      recorder.endStep()
      makeDueEdits()
    }
  }

  /// The request under way is given up, as at a fatal signal, and the agenda's next one follows.
  func followWithNextRequest() {
    add(1, to: .kernel(.successors))
    set(.kernel(.signalPending), 1)
    // A zone that is being compacted has to be got into order first.
    if read(.running) == 0 { set(.kernel(.request), read(.kernel(.successors))) }
  }

  /// Begins with what was let follow, if anything was, on the memory as it is.
  func takeSuccessor() {
    guard read(.kernel(.signalPending)) != 0, let request = agenda?.requests[read(.kernel(.successors))]
    else {
      return
    }
    set(.kernel(.signalPending), 0)
    set(.kernel(.request), read(.kernel(.successors)))
    set(.kernel(.item), 0)
    change(to: request.version)
    control = CompactControl()
    task = .requester
  }
}
