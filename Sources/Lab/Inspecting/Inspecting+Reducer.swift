import Stage

extension RunState {
  /// The part of the reducer that is about looking closely.
  mutating func reduce(_ action: Inspecting.Action) -> [Effect] {
    switch action {
    case .movedRing(let by): return [.inspecting(.moveRing(by: by))]
    case .ringed(let panel):
      inspecting.ring = panel
      if panel == .map || panel == .lens, inspecting.pfn == nil { return [.inspecting(.findPlace)] }
    case .movedInspector(let direction): return [.inspecting(.moveInspector(direction))]
    case .pointed(let pfn, let wholePageblock):
      let isSame = inspecting.pfn == pfn && inspecting.wholePageblock == wholePageblock
      inspecting.inspect(isSame ? nil : pfn, wholePageblock: wholePageblock)
    case .inspected(let pfn, let wholePageblock):
      inspecting.inspect(pfn, wholePageblock: wholePageblock)
      zooming.center = nil
    case .enteredRinged: return enter()
    case .movedLine(let by): return [.inspecting(.moveLine(by: by))]
    case .choseLine(let line): inspecting.line = line
    case .followedLine(let line): return [.inspecting(.followLine(line))]
    case .toggledBefore: inspecting.showsBefore.toggle()
    case .foldedRinged:
      guard let ring = inspecting.ring, ring.isFoldable else { return [] }
      inspecting.folded.insert(ring)
      return [.inspecting(.moveRing(by: 1))]
    case .toggledPanels:
      inspecting.folded = inspecting.folded.isEmpty ? Set(Panel.column) : []
      if inspecting.ring?.isFoldable == true { inspecting.ring = nil }
    }
    return []
  }

  /// A pageblock shows its pages, a page what is known of it.
  private mutating func enter() -> [Effect] {
    switch inspecting.ring {
    case .map where inspecting.wholePageblock:
      inspecting.ring = .lens
      inspecting.wholePageblock = false
    case .map, .lens:
      inspecting.ring = .inspector
      inspecting.line = nil
      return [.inspecting(.moveLine(by: 0))]
    case .inspector: return inspecting.line.map { [.inspecting(.followLine($0))] } ?? []
    default: break
    }
    return []
  }
}

extension Panel {
  /// Whether it can be folded away: the panels beside the map can.
  fileprivate var isFoldable: Bool { Panel.column.contains(self) }
}
