/// For what a rule fired: read from what the step says and from the memory as it is after the step.
extension Step {
  /// For what the rule fired, the most particular first; none for its usual reason.
  /// - Parameter memory: as it is after the step.
  public func variants(in memory: Memory) -> [RuleVariant] {
    variantsOfRun(memory) ?? variantsOfScan(memory) ?? variantsOfPage(memory) ?? variantsOfRequest(memory)
  }

  /// Nil where the rule is about something else; so below.
  private func variantsOfRun(_ memory: Memory) -> [RuleVariant]? {
    switch facts {
    case .run:
      if memory.isProactiveRun { return [.proactive] }
      return [memory[.order] >= 0 ? .forOrder : nil, memory[.wholeZone] == 0 ? .leftOff : nil].compactMap(
        \.self)
    case .test(let migrate, let free, let result):
      switch rule {
      case .scannersMet:
        return [result == .partialSkipped ? .partial : nil, free <= migrate ? .passed : nil].compactMap(
          \.self)
      case .finishContended: return memory[.contended] == 0 ? [.givenUp] : []
      case .proactiveGoalReached: return result == .partialSkipped ? [.kswapd] : []
      case .finishContinues:
        if memory.isProactiveRun { return [.proactive] }
        if memory[.order] < 0 { return [] }
        return [migrate.isAligned(toOrder: memory.scale.pageblockOrder) ? .forOrder : .midBlock]
      default: return []
      }
    case .runEnd(_, _, let result):
      switch result {
      case .success: return [.succeeded]
      case .contended: return [.contended]
      case .partialSkipped: return memory.scannersHaveMet ? [] : [.kswapd]
      default: return []
      }
    case .signal(_, byThread: true): return [.byThread]
    case .edits(_, .settings): return [.settings]
    case .edits(_, .request): return [memory[.running] == 0 ? .next : .anew]
    default: return nil
    }
  }

  private func variantsOfScan(_ memory: Memory) -> [RuleVariant]? {
    switch facts {
    case .pageblock(let start):
      switch rule {
      case .freeRefusesBlock:
        return memory.migratetype(ofPageblockAt: start).isMovable ? [.tooLarge] : []
      case .migrateRefusesBlock: return memory.runsForMovable ? [] : [.ofType]
      default: return []
      }
    case .sourceBlock(_, finishes: true): return rule == .migrateGoesOn ? [.toEnd] : []
    case .targetBlock(_, let stride): return stride > 1 ? [.striding] : []
    case .batch(_, let taken, _, let end):
      switch end {
      case .full: return []
      case .blockEnd where rule == .blockIsScanned: return memory.runsInWindows ? [.windowed] : []
      case .blockEnd: return [.blockEnd]
      case .windowEnd: return [.windowEnd]
      case .marked: return taken == 0 ? [.marked] : []
      case .watermark: return [.atWatermark]
      case .signal: return [.givenUp]
      }
    case .search(let pfn, _, let refused):
      switch rule {
      case .fastSearchTakes: return pfn >= memory.fastSearchBounds.low ? [] : [.best]
      case .fastSearchFails where refused: return [.refused]
      case .fastSearchFails: return memory[.freePfn] < memory[.migratePfn] ? [.crossed] : []
      default: return []
      }
    case .jump(_, toMiddle: true): return [.toMiddle]
    default: return nil
    }
  }

  private func variantsOfPage(_ memory: Memory) -> [RuleVariant]? {
    guard let pfn = facts.pfn, memory.contains(pfn) else { return nil }
    let frame = memory.frame(at: pfn)
    switch rule {
    case .passesNotOnLRU: return frame.has(.lru) ? [.ofFile] : []
    case .passesCompound: return [memory.reasonToPassFolio(frame)].compactMap(\.self)
    case .passesUnevictable: return memory.tunables.compactUnevictableAllowed ? [.ofFile] : []
    case .passesUsed: return [frame.reasonForNoRoom].compactMap(\.self)
    case .isolatesPage: return frame.kind == .movableOps ? [.ofDriver] : []
    case .isolatesFolio: return memory[.order] >= 0 ? [.forOrder] : []
    case .isolatesFreeBlock: return memory.migratetype(ofPageblockAt: pfn).isMovable ? [] : [.ofType]
    case .noTargetLeft: return memory.scannersHaveMet ? [] : [.notMet]
    case .movesPage: return memory[.running] == 0 ? [.betweenRuns] : []
    case .moveFails:
      guard case .move(_, let target) = facts, target == 0 else { return frame.has(.pinned) ? [] : [.dirty] }
      return [frame.has(.pinned) ? .pinnedInPlace : .noTarget]
    case .freesBlock:
      guard case .block(_, let order) = facts else { return [] }
      let buddy: Pfn = pfn ^ order.pages
      guard let zone = memory.zone(at: pfn), zone.contains(buddy) else { return [.outside] }
      return []
    case .stealsBlock: return frame.isBuddy ? [.ontoLists] : []
    case .claimsPageblock:
      guard case .claim(_, let order, _, _) = facts else { return [] }
      return order >= memory.scale.pageblockOrder ? [.wholePageblock] : []
    default: return nil
    }
  }

  private func variantsOfRequest(_ memory: Memory) -> [RuleVariant] {
    switch facts {
    case .check(_, let order, _, let free, let least): free >= least + order.pages ? [.noBlock] : []
    case .unsuitable(_, _, let why):
      switch why.reason {
      case .tooFewPages: []
      case .tooFewWithoutCMA: [.withoutCMA]
      case .notFragmented: [.notFragmented]
      }
    case .failure(_, let why):
      switch why {
      case .exhausted: []
      case .mayNotWait: [.mayNotWait]
      case .noRetry: [.noRetry]
      case .costly: [.costly]
      case .givenUp: [.givenUp]
      }
    case .range(_, _, let busy): busy == 0 ? [.givenUp] : []
    case .overflow(_, _, let high): high == 0 ? [.atOnce] : []
    case .drain: memory[.running] == 0 ? [.betweenRuns] : []
    case .deferral(let zone, _, _) where rule == .resetsDeferral:
      memory[.zone(zone, .deferShift)] > 0 ? [.upToOrder] : []
    case .wakeup(order: nil, _): [.proactive]
    case .wakeup(_, let zone) where rule == .kcompactdSleepsOn: zone == nil ? [] : [.notFragmented]
    case .nothing where rule == .kcompactdSleeps: memory.reasonToSleep
    default: []
    }
  }
}

// MARK: What the run under way, or the last one, is like

extension Memory {
  fileprivate var control: CompactControl { CompactControl { self[$0] } }
  fileprivate var isProactiveRun: Bool { control.proactive }
  fileprivate var reasonToSleep: [RuleVariant] {
    guard isProactiveRun else { return [] }
    let outlook = proactiveOutlook(zone: self[.zone])
    return outlook.begins ? [.proactive] : [.succeeded, .proactive]
  }
  fileprivate var runsForMovable: Bool { control.migratetype == .movable }
  fileprivate var runsInWindows: Bool { control.direct && control.mode == .async }

  /// Why a page of a folio is passed; nil where the folio is of the order that is wanted.
  fileprivate func reasonToPassFolio(_ frame: Frame) -> RuleVariant? {
    if frame.has(.tail) { return .tail }
    if !version.movesLargeFolios { return .version }
    if frame.order >= scale.pageblockOrder { return .wholePageblock }
    return frame.order > self[.order] ? .tooLarge : nil
  }
}

extension Frame {
  /// Why the free scanner finds no room in a page that heads no free block; nil where it is in use.
  fileprivate var reasonForNoRoom: RuleVariant? {
    switch (place, kind) {
    case (.perCPU, _): .perCPU
    case (.isolatedSource, _), (.isolatedFree, _), (.target, _), (.captured, _): .held
    case (_, .hole), (_, .unavailable): .hole
    case (_, .free): .tail
    default: nil
    }
  }
}
