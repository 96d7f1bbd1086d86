/// Why something happened: the rule of the model that fired. A change that carries a rule ends a step.
/// The case's name is the key of its explanation in the catalogue of words; what else it means stands in
/// `RuleMeaning`, one row for each.
public enum Rule: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Part of a step that a later change ends.
  case none

  // The run as a whole
  case runBegins, scannersMet, finishContinues, finishSucceeds, finishContended, proactiveGoalReached
  case captureTaken, leftoverFreed, runEnds, everythingDone
  case abortedTooManyIsolated, abortedBySignal, rescansBlock

  // The migrate scanner (model 5)
  case migrateEntersBlock, migrateGoesOn, migrateHonoursSkipHint, migrateRefusesBlock, migrateMeetsHole
  case migrateSkipsHugeBlock, migrateFastFinds
  case passesFreeBlock, passesFreeTail, passesPerCPU, passesNotOnLRU, passesReserved, passesHole
  case passesCompound, passesHugetlb, passesBatch, passesPinned, passesUnevictable
  case passesWriteback, passesDirty, passesIsolated
  case isolatesPage, isolatesFolio, batchIsFull, blockIsScanned, leavesMarkedBlock, putsWindowBack

  // The free scanner (model 6)
  case freeEntersBlock, freeGoesOn, searchesAround
  case freeHonoursSkipHint, freeRefusesBlock, freeMeetsHole
  case passesUsed, passesUsedCompound, isolatesFreeBlock, freeStopsAtWatermark, freeScanEnds
  case fastSearchTakes, fastSearchFails, fastSearchJumps

  // Targets and migration (model 6.4, 7)
  case unmapsPage, noTargetLeft, flushesTLB, movesPage, moveFails, moveRefused, putsBack, splitsFolio

  // Freeing (model 1.5, 2.1)
  case freesToPerCPU, freesBlock, mergesBlock, capturesBlock, perCPUOverflows, drainsPerCPU

  // Allocating (model 2.2 to 2.5, 3.2)
  case requestArrives, takesFromPerCPU, takesFromFreeList, takesCaptured, splitsBlock
  case refillsPerCPU, joinsPerCPU
  case claimsPageblock, stealsBlock, watermarkFails, requestFails, requestServed
  case notSuitable, compactionDeferred, defersCompaction, resetsDeferral, entersReclaim
  case resetsSkipHints, wakesKcompactd, kcompactdSleepsOn, kcompactdSleeps, clearsBoost

  // A range for one owner (model 3.6)
  case rangeAsked, rangeIsolated, collectsPage, pageIsBusy, rangeGiven, rangeBusy
  case noRangeFits

  /// A person changed something; the run went on from there.
  case editMade
}
