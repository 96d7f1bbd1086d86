import Simulation

/// A memory as it is at a step with what was drafted made in it.
final class DraftMemory {
  let memory: Memory
  /// Counts which pageblocks have changed.
  let playhead: Playhead
  /// Edits that can't be made at this step.
  private(set) var impossible: [(edit: Edit, why: EditRefusal)] = []
  /// Pages and pageblocks that are other than without the edits.
  private(set) var marked: [Range<Pfn>] = []
  private var made = 0

  /// - Parameter original: the run's memory at the step.
  init(_ original: Memory, _ settings: RunSettings?) {
    memory = Memory(copying: original, watermarks: settings?.watermarks)
    playhead = Playhead(memory: memory)
  }

  /// Whether `edits` begin with those made so far.
  func isBegun(by edits: [Edit], like latest: [Edit]) -> Bool {
    edits.count >= made && edits.prefix(made).elementsEqual(latest.prefix(made))
  }

  func make(_ edits: [Edit], version: KernelVersion) {
    for edit in edits.dropFirst(made) {
      do throws(EditRefusal) {
        try memory.check(edit)
        memory.makePossible([edit], version: version)
        mark(edit)
      } catch {
        impossible.append((edit, error))
      }
    }
    made = edits.count
  }

  private func mark(_ edit: Edit) {
    switch edit {
    case .occupy(let pfn, _, _), .release(let pfn): add(pfn..<pfn + 1)
    case .setMigratetype, .setSkipHint, .setTunables: break
    }
  }

  private func add(_ range: Range<Pfn>) {
    if let last = marked.last, last.upperBound == range.lowerBound {
      marked[marked.count - 1] = last.lowerBound..<range.upperBound
    } else if !marked.contains(where: { $0.overlaps(range) }) {
      marked.append(range)
    }
  }
}
