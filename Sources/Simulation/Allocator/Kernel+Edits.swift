extension Kernel {
  /// Makes edits that `Memory.check(_:)` lets pass; others do nothing, and are given back.
  @discardableResult
  func make(_ edits: [Edit]) -> [ImpossibleEdit] {
    var impossible: [ImpossibleEdit] = []
    for edit in edits {
      do throws(EditRefusal) {
        try memory.check(edit)
        carryOut(edit)
      } catch {
        impossible.append(ImpossibleEdit(edit: edit, refusal: error))
      }
    }
    note(.editMade, .edits(count: edits.count, scope: edits.map(\.scope).max() ?? .contents))
    return impossible
  }

  private func carryOut(_ edit: Edit) {
    switch edit {
    case .occupy(let pfn, let kind, let flags): occupy(pfn, Frame(kind, flags))
    case .release(let pfn): release(pfn)
    case .setMigratetype(let type, let pfn): retype(pageblockAt: pfn, type)
    case .setSkipHint(let skip, let pfn): setSkipHint(skip, at: pfn)
    case .setTunables(let new): tunables = new
    case .setWatermarks(let marks, let zone):
      for (field, pages) in marks.fields { set(.zone(zone, field), pages) }
    case .restart: followWithNextRequest()
    }
  }

  private func occupy(_ pfn: Pfn, _ frame: Frame) {
    if let block = memory.freeBlock(holding: pfn), let zone = memory.zone(at: pfn) {
      let type = memory.frame(at: block.pfn).listType
      takeOffFreeList(block.pfn, zone)
      var order = block.order
      var start = block.pfn
      while order > 0 {
        order -= 1
        let upper = start + order.pages
        let given = pfn < upper ? upper : start
        link(
          given, first: true, lists.free(zone: zone.index, order: order, type: type), place: .buddy,
          order: order, type: type)
        if pfn >= upper { start = upper }
      }
    }
    takeOutOfFolioBatch(pfn)
    changeFrame(pfn, to: frame)
  }

  private func release(_ pfn: Pfn) {
    guard memory.frame(at: pfn).kind != .free, let zone = memory.zone(at: pfn) else { return }
    takeOutOfFolioBatch(pfn)
    changeFrame(pfn, to: Frame(.free))
    freeToBuddy(pfn, order: 0, zone: zone, type: memory.migratetype(ofPageblockAt: pfn))
  }

  private func retype(pageblockAt pfn: Pfn, _ type: Migratetype) {
    guard let zone = memory.zone(at: pfn) else { return }
    setMigratetype(type, ofPageblockAt: pfn)
    moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type)
  }
}

extension Memory {
  /// Makes edits, one after the other, as a run makes them when they are due.
  public func make(_ edits: [Edit]) throws(EditRefusal) {
    let kernel = Kernel(memory: self, version: .v6_12, recorder: NoRecorder())
    for edit in edits {
      try check(edit)
      kernel.make([edit])
    }
  }
}
