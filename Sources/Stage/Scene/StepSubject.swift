import Simulation

extension StepFacts {
  /// The page or block that the step was about, as far as it was about one: what a picture marks.
  public var subject: Pfn? {
    switch rule {
    case .movesPage: argument
    case .passesFreeBlock, .passesFreeTail, .passesPerCPU, .passesNotOnLRU, .passesReserved, .passesHole,
      .passesCompound, .passesHugetlb, .passesBatch, .passesPinned, .passesUnevictable, .passesWriteback,
      .passesDirty, .passesIsolated, .isolatesPage, .isolatesFolio, .passesUsed, .passesUsedCompound,
      .isolatesFreeBlock, .freeStopsAtWatermark, .unmapsPage, .noTargetLeft, .moveFails, .moveRefused,
      .putsBack,
      .leftoverFreed, .freesToPerCPU, .freesBlock, .mergesBlock, .capturesBlock, .captureTaken, .splitsBlock,
      .splitsFolio:
      pfn
    default: nil
    }
  }
}
