/// Why something happened: the rule of the model that fired. A change that carries a rule ends a step.
/// The case's name is the key of its explanation in the catalogue of words.
public enum Rule: UInt8, CaseIterable, Sendable {
  /// Part of a step that a later change ends.
  case none

  // The run as a whole
  case runBegins, scannersMet, finishContinues, finishSucceeds, finishContended, proactiveGoalReached
  case captureTaken, positionsReset, leftoverFreed, runEnds, everythingDone
  case abortedTooManyIsolated, abortedBySignal, rescansBlock

  // The migrate scanner (model 5)
  case migrateEntersBlock, migrateHonoursSkipHint, migrateRefusesBlock, migrateMeetsHole
  case migrateSkipsHugeBlock, migrateFastFinds
  case passesFreeBlock, passesFreeTail, passesPerCPU, passesNotOnLRU, passesReserved, passesHole
  case passesCompound, passesHugetlb, passesBatch, passesPinned, passesUnevictable
  case passesWriteback, passesDirty, passesIsolated
  case isolatesPage, isolatesFolio, batchIsFull, blockIsScanned, leavesMarkedBlock, putsWindowBack

  // The free scanner (model 6)
  case freeEntersBlock, freeHonoursSkipHint, freeRefusesBlock, freeMeetsHole
  case passesUsed, passesUsedCompound, isolatesFreeBlock, freeStopsAtWatermark, freeScanEnds
  case fastSearchLooks, fastSearchTakes, fastSearchFails, fastSearchJumps

  // Targets and migration (model 6.4, 7)
  case unmapsPage, noTargetLeft, flushesTLB, movesPage, moveFails, moveRefused, putsBack, splitsFolio

  // Freeing (model 1.5, 2.1)
  case freesToPerCPU, freesBlock, mergesBlock, capturesBlock, perCPUOverflows, drainsPerCPU

  // Allocating (model 2.2 to 2.5, 3.2)
  case requestArrives, takesFromPerCPU, takesFromFreeList, refillsPerCPU, splitsBlock
  case claimsPageblock, stealsBlock, watermarkFails, requestFails, requestServed
  case notSuitable, compactionDeferred, defersCompaction, resetsDeferral, entersReclaim
  case resetsSkipHints, wakesKcompactd, kcompactdSleepsOn, kcompactdSleeps

  /// A person changed something; the run went on from there.
  case editMade

  /// The phase that steps by this rule belong to.
  public var phase: Phase {
    switch self {
    case .none, .runBegins: .setUp
    case .scannersMet, .finishContinues, .finishSucceeds, .finishContended, .proactiveGoalReached,
      .captureTaken, .abortedTooManyIsolated, .abortedBySignal:
      .finishTest
    case .positionsReset, .leftoverFreed, .runEnds, .everythingDone: .end
    case .rescansBlock, .migrateEntersBlock, .migrateHonoursSkipHint, .migrateRefusesBlock,
      .migrateMeetsHole, .migrateSkipsHugeBlock, .migrateFastFinds, .passesFreeBlock, .passesFreeTail,
      .passesPerCPU, .passesNotOnLRU, .passesReserved, .passesHole, .passesCompound, .passesHugetlb,
      .passesBatch, .passesPinned, .passesUnevictable, .passesWriteback, .passesDirty,
      .passesIsolated, .isolatesPage, .isolatesFolio, .batchIsFull, .blockIsScanned,
      .leavesMarkedBlock, .putsWindowBack:
      .isolate
    case .freeEntersBlock, .freeHonoursSkipHint, .freeRefusesBlock, .freeMeetsHole, .passesUsed,
      .passesUsedCompound, .isolatesFreeBlock, .freeStopsAtWatermark, .freeScanEnds,
      .fastSearchLooks, .fastSearchTakes, .fastSearchFails, .fastSearchJumps:
      .findTargets
    case .unmapsPage, .noTargetLeft, .flushesTLB, .splitsFolio: .unmap
    case .movesPage, .moveFails, .moveRefused, .putsBack: .move
    case .freesToPerCPU, .freesBlock, .mergesBlock, .capturesBlock: .move
    case .perCPUOverflows, .drainsPerCPU: .drain
    case .requestArrives, .takesFromPerCPU, .takesFromFreeList, .refillsPerCPU, .splitsBlock,
      .claimsPageblock, .stealsBlock, .watermarkFails, .requestFails, .requestServed, .notSuitable,
      .compactionDeferred, .defersCompaction, .resetsDeferral, .entersReclaim, .resetsSkipHints,
      .wakesKcompactd, .kcompactdSleepsOn, .kcompactdSleeps, .editMade:
      .allocate
    }
  }

  /// The line of the ten-line algorithm that is lit at such a step, counted from 1; nil where it says
  /// nothing about it.
  public var pseudocodeLine: Int? {
    switch self {
    case .runBegins: 1
    case .finishContinues, .scannersMet, .finishSucceeds, .finishContended, .proactiveGoalReached,
      .captureTaken, .abortedTooManyIsolated, .abortedBySignal:
      2
    case .migrateHonoursSkipHint, .migrateRefusesBlock, .migrateMeetsHole, .migrateSkipsHugeBlock,
      .blockIsScanned, .leavesMarkedBlock:
      4
    case .noTargetLeft, .fastSearchFails: 6
    case .unmapsPage: 7
    case .flushesTLB: 8
    case .positionsReset, .leftoverFreed, .runEnds, .everythingDone: 10
    default:
      switch phase {
      case .isolate: 3
      case .findTargets: 6
      case .unmap: 5
      case .move, .drain: 9
      case .setUp, .finishTest, .end, .allocate: nil
      }
    }
  }

  /// The kernel function in which the rule lives.
  public var kernelSymbol: String {
    switch self {
    case .none, .editMade: ""
    case .runBegins, .leftoverFreed, .runEnds, .everythingDone, .rescansBlock, .captureTaken:
      "compact_zone"
    case .abortedTooManyIsolated: "too_many_isolated"
    case .abortedBySignal: "fatal_signal_pending"
    case .scannersMet, .finishContinues, .finishSucceeds, .finishContended, .proactiveGoalReached:
      "__compact_finished"
    case .positionsReset: "reset_cached_positions"
    case .migrateEntersBlock, .migrateHonoursSkipHint, .migrateMeetsHole: "isolate_migratepages"
    case .migrateRefusesBlock, .migrateSkipsHugeBlock: "suitable_migration_source"
    case .migrateFastFinds: "fast_find_migrateblock"
    case .passesFreeBlock, .passesFreeTail, .passesPerCPU, .passesNotOnLRU, .passesReserved,
      .passesHole, .passesCompound, .passesHugetlb, .passesBatch, .passesPinned, .passesUnevictable,
      .passesWriteback, .passesDirty, .passesIsolated, .isolatesPage, .isolatesFolio, .batchIsFull,
      .blockIsScanned, .putsWindowBack:
      "isolate_migratepages_block"
    case .leavesMarkedBlock: "test_and_set_skip"
    case .freeEntersBlock, .freeHonoursSkipHint, .freeMeetsHole, .freeScanEnds: "isolate_freepages"
    case .freeRefusesBlock: "suitable_migration_target"
    case .passesUsed, .passesUsedCompound, .freeStopsAtWatermark: "isolate_freepages_block"
    case .isolatesFreeBlock: "__isolate_free_page"
    case .fastSearchLooks, .fastSearchTakes, .fastSearchFails, .fastSearchJumps:
      "fast_isolate_freepages"
    case .unmapsPage: "migrate_folio_unmap"
    case .noTargetLeft: "compaction_alloc"
    case .flushesTLB: "try_to_unmap_flush"
    case .movesPage, .moveFails: "migrate_folio_move"
    case .moveRefused, .splitsFolio: "migrate_pages_batch"
    case .putsBack: "putback_movable_pages"
    case .freesToPerCPU: "free_unref_page"
    case .freesBlock, .mergesBlock: "__free_one_page"
    case .capturesBlock: "compaction_capture"
    case .perCPUOverflows: "nr_pcp_free"
    case .drainsPerCPU: "drain_pages_zone"
    case .requestArrives, .requestServed: "__alloc_pages"
    case .takesFromPerCPU: "rmqueue_pcplist"
    case .takesFromFreeList: "rmqueue_buddy"
    case .refillsPerCPU: "rmqueue_bulk"
    case .splitsBlock: "expand"
    case .claimsPageblock, .stealsBlock: "__rmqueue_fallback"
    case .watermarkFails: "__zone_watermark_ok"
    case .requestFails: "__alloc_pages_slowpath"
    case .notSuitable: "compaction_suitable"
    case .compactionDeferred: "compaction_deferred"
    case .defersCompaction: "defer_compaction"
    case .resetsDeferral: "compaction_defer_reset"
    case .entersReclaim: "__alloc_pages_direct_reclaim"
    case .resetsSkipHints: "__reset_isolation_suitable"
    case .wakesKcompactd: "wakeup_kcompactd"
    case .kcompactdSleeps, .kcompactdSleepsOn: "kcompactd"
    }
  }

  /// Whether "next interesting event" stops here whatever the numbers are.
  public var isLandmark: Bool {
    switch self {
    case .moveFails, .moveRefused, .scannersMet, .captureTaken, .capturesBlock, .migrateHonoursSkipHint,
      .leavesMarkedBlock, .freeHonoursSkipHint, .freeStopsAtWatermark, .noTargetLeft, .runBegins,
      .runEnds, .requestFails, .requestServed, .compactionDeferred, .abortedBySignal, .kcompactdSleepsOn,
      .editMade:
      true
    default: false
    }
  }

  /// Whether one of the scanners enters a pageblock with this step.
  public var entersPageblock: Bool { self == .migrateEntersBlock || self == .freeEntersBlock }
}
