import Runs

@testable import Lab
@testable import Simulation

/// What is said of runs and scanners.
extension SpokenRun {
  func checkScans(_ step: Step, _ said: StepWords) {
    checkRun(step, said)
    checkSources(step, said)
    checkTargets(step, said)
  }

  private func checkRun(_ step: Step, _ said: StepWords) {
    let zone = memory.zones[memory[.zone]]
    let (migrate, free) = (memory[.migratePfn], memory[.freePfn])
    switch step.rule {
    case .runBegins:
      (scannedSource, scannedTarget) = (nil, nil)
      expect(said.what.contains("zone \(zone.name)"), step, said)
      numbers(said.how, [migrate, free], step, said)
      if said.how.contains("last pageblock") { expect(free == start(zone.end - 1), step, said) }
      if said.because.contains("whole zone") { expect(migrate == zone.start, step, said) }
      if memory[.order] >= 0 {
        numbers(said.because, [memory[.order]], step, said)
        expect(!hasBlockToGive(zone.index, atLeast: memory[.order]), step, said)
      }
    case .scannersMet:
      expect(start(free) <= start(migrate), step, said)
      expect(said.what.contains("complete") == (memory[.wholeZone] == 1), step, said)
      guard free > migrate else { return numbers(said.because, [free, migrate], step, said) }
      expect(start(free) == start(migrate), step, said)
      numbers(said.because, [start(migrate), free - migrate, migrate, free], step, said)
      expect(MemoryReading(playhead).between == free - migrate, step, said, "the strip says otherwise")
      let ends = [memory[.zone(zone.index, .cachedMigrateSync)], memory[.zone(zone.index, .cachedFree)]]
      expect(ends == [zone.start, start(zone.end - 1)], step, said)
    case .finishContinues:
      expect(start(free) > start(migrate), step, said)
      if said.because.contains("finishes its pageblock") {
        expect(migrate % block != 0, step, said)
      } else if said.because.contains("order") {
        numbers(said.because, [memory[.order]], step, said)
        expect(
          memory.isEmpty(memory.lists.free(zone: zone.index, order: memory[.order], type: .movable)), step)
      } else if said.because.contains("score") {
        let outlook = memory.proactiveOutlook(zone: zone.index)
        numbers(said.because, [outlook.zoneScore, outlook.low], step, said)
        expect(outlook.goesOn, step, said)
      } else {
        numbers(said.because, [start(free), start(migrate)], step, said)
      }
    case .finishSucceeds: expect(hasFreeBlock(zone.index, atLeast: memory[.order]), step, said)
    case .proactiveGoalReached:
      let outlook = memory.proactiveOutlook(zone: zone.index)
      numbers(said.because, [outlook.zoneScore, outlook.low], step, said)
      expect(!outlook.goesOn, step, said)
    case .captureTaken: expect(memory.frame(at: said.what.spokenNumbers[0]).place == .captured, step, said)
    case .runEnds:
      let counters = [memory[.vmstat(.pgmigrateSuccess)], memory[.vmstat(.pgmigrateFail)]]
      numbers(said.how, counters, step, said)
      let result = CompactResult(rawValue: memory[.result]) ?? .continue
      expect(said.because.contains(" \(result.traceName)."), step, said)
      expect(said.what.contains("met") == memory.scannersHaveMet || result != .complete, step, said)
      expect(said.what.contains("success") == (result == .success), step, said)
    default: break
    }
  }

  private func checkSources(_ step: Step, _ said: StepWords) {
    let (what, because) = (said.what.spokenNumbers, said.because)
    switch step.rule {
    case .migrateEntersBlock:
      expect(what == [start(said.how.spokenNumbers[0])] && what[0] != scannedSource, step, said)
      scannedSource = what[0]
    case .migrateGoesOn:
      expect(what.count == 2 && what[0] == scannedSource && start(what[1]) == what[0], step, said)
      expect(said.how.contains("all that can move") == (memory[.finishPageblock] == 1), step, said)
    case .isolatesPage, .isolatesFolio:
      expect(memory.frame(at: what[0]).place == .isolatedSource, step, said)
    case .batchIsFull:
      let pages = memory[.nrMigratepages]
      expect(what == [pages], step, said)
      let isFull = because.contains("full")
      expect(!isFull || pages >= memory.scale.clusterMax, step, said)
      expect(!because.contains("pageblock ends") || memory[.migratePfn] % block == 0, step, said)
      if because.contains("window") { expect(memory[.migratePfn] % (1 << memory[.order]) == 0, step, said) }
    case .blockIsScanned: expect(memory[.migratePfn] % block == 0, step, said)
    case .leavesMarkedBlock: expect(memory.version.fastFindSetsSkipHint, step, said)
    case .putsWindowBack: expect(said.because.spokenNumbers.last == 1 << memory[.order], step, said)
    default: checkPassed(step, said)
    }
  }

  /// What the migrate scanner passes is what it says.
  private func checkPassed(_ step: Step, _ said: StepWords) {
    guard said.what.hasSuffix("is passed."), let pfn = said.what.spokenNumbers.first else { return }
    let frame = memory.frame(at: pfn)
    let isSo =
      switch step.rule {
      case .passesFreeBlock: frame.isBuddy
      case .passesFreeTail: memory.freeBlock(holding: pfn) != nil
      case .passesPerCPU: frame.place == .perCPU
      case .passesNotOnLRU: said.because.contains("kernel") == !frame.has(.lru)
      case .passesReserved: frame.kind == .reserved
      case .passesHole: frame.kind == .hole || frame.kind == .unavailable
      case .passesCompound: frame.isCompound
      case .passesHugetlb: frame.kind == .hugetlb
      case .passesBatch: frame.has(.inBatch)
      case .passesPinned: frame.has(.pinned) && frame.kind == .anonymous
      case .passesUnevictable: frame.has(.unevictable)
      case .passesWriteback: frame.has(.writeback)
      case .passesDirty: frame.has(.dirty)
      case .passesIsolated: frame.place != .none
      default: false
      }
    expect(isSo, step, said)
  }

  private func checkTargets(_ step: Step, _ said: StepWords) {
    let what = said.what.spokenNumbers
    let missing = max(memory[.nrMigratepages] - memory[.nrFreepages], 0)
    switch step.rule {
    case .freeEntersBlock:
      expect(what[0] != scannedTarget && start(said.how.spokenNumbers.last ?? 0) == what[0], step, said)
      numbers(said.because, [missing], step, said)
      (scannedTarget, taken) = (what[0], 0)
    case .freeGoesOn:
      expect(what.count == 2 && what[0] == scannedTarget && start(what[1]) == what[0], step, said)
      numbers(said.because, [missing], step, said)
      taken = 0
    case .searchesAround:
      numbers(said.because, [missing], step, said)
      taken = 0
    case .passesUsed:
      let frame = memory.frame(at: what[0])
      let isInUse = frame.place == .none && ![.free, .hole, .unavailable].contains(frame.kind)
      expect(said.because.contains("in use") == isInUse, step, said)
    case .freeRefusesBlock:
      let isMovable = memory.migratetype(ofPageblockAt: what[0]).isMovable
      expect(said.because.contains("begins here") == isMovable, step, said)
      if isMovable { numbers(said.because, [memory.frame(at: what[0]).order], step, said) }
    case .freeHonoursSkipHint, .migrateHonoursSkipHint: expect(memory.skipHint(at: what[0]), step, said)
    case .isolatesFreeBlock:
      let pages = memory[.nrFreepages] - playhead.before(.nrFreepages)
      expect(1 << said.how.spokenNumbers[0] == pages && said.how.spokenNumbers[1] == pages, step, said)
      expect(memory.frame(at: what[0]).place == .isolatedFree, step, said)
      taken += pages
    case .freeScanEnds:
      expect(what == [taken], step, said)
      let isEnough = memory[.nrFreepages] >= memory[.nrMigratepages]
      expect(!said.because.contains("enough") || isEnough, step, said)
      expect(!said.because.contains("end") || memory[.freeCursor] % block == 0, step, said)
    default: break
    }
  }
}
