extension Rule {
  /// What the rule means: its row of the table.
  @inline(__always) public var meaning: RuleMeaning { RuleMeaning.rows[Int(rawValue)] }
}

/// The table of the rules, in their order: phase, line of the ten-line algorithm, kernel function, what a
/// step is about, and the rest where there is more.
extension RuleMeaning {
  static let rows: [RuleMeaning] = run + migrateScanner + freeScanner + migration + freeing + allocating

  private static let run: [RuleMeaning] = [
    RuleMeaning(.none, .setUp, nil, ""),
    RuleMeaning(
      .runBegins, .setUp, 1, "compact_zone", .run, .landmark, .runBegan,
      or: [.proactive, .forOrder, .leftOff]),
    RuleMeaning(
      .scannersMet, .finishTest, 10, "__compact_finished", .test, .landmark, .scannersMet,
      or: [.partial, .passed]),
    RuleMeaning(
      .finishContinues, .finishTest, 2, "__compact_finished", .test, or: [.proactive, .midBlock, .forOrder]),
    RuleMeaning(.finishSucceeds, .finishTest, 2, "__compact_finished", .test),
    RuleMeaning(.finishContended, .finishTest, 2, "__compact_finished", .test, or: [.givenUp]),
    RuleMeaning(.proactiveGoalReached, .finishTest, 2, "__compact_finished", .test, or: [.kswapd]),
    RuleMeaning(.captureTaken, .finishTest, 2, "compact_zone", .block, about: .itself, .landmark),
    RuleMeaning(.leftoverFreed, .end, nil, "compact_zone", .page, about: .itself),
    RuleMeaning(
      .runEnds, .end, nil, "compact_zone", .runEnd, .landmark, .runEnded,
      or: [.succeeded, .contended, .kswapd]),
    RuleMeaning(.everythingDone, .end, nil, "compact_zone"),
    RuleMeaning(.abortedTooManyIsolated, .finishTest, 2, "too_many_isolated", .isolated),
    RuleMeaning(
      .abortedBySignal, .finishTest, 2, "fatal_signal_pending", .signal, .landmark, or: [.byThread]),
    RuleMeaning(.rescansBlock, .isolate, 3, "compact_zone", .position, .pageblockHistory),
  ]

  private static let migrateScanner: [RuleMeaning] = [
    RuleMeaning(
      .migrateEntersBlock, .isolate, 3, "isolate_migratepages", .sourceBlock, .pageblockHistory, .blockEntered
    ),
    RuleMeaning(
      .migrateGoesOn, .isolate, 3, "isolate_migratepages", .sourceBlock, .pageblockHistory, or: [.toEnd]),
    RuleMeaning(
      .migrateHonoursSkipHint, .isolate, 4, "isolate_migratepages", .pageblock,
      [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(
      .migrateRefusesBlock, .isolate, 4, "suitable_migration_source", .pageblock, .pageblockHistory,
      or: [.ofType]),
    RuleMeaning(
      .migrateMeetsHole, .isolate, 4, "isolate_migratepages", .pageblock, .pageblockHistory),
    RuleMeaning(
      .migrateSkipsHugeBlock, .isolate, 4, "suitable_migration_source", .pageblock, .pageblockHistory),
    RuleMeaning(.migrateFastFinds, .isolate, 3, "fast_find_migrateblock", .search, .pageblockHistory),
    passing(.passesFreeBlock), passing(.passesFreeTail), passing(.passesPerCPU),
    passing(.passesNotOnLRU, or: [.ofFile]), passing(.passesReserved), passing(.passesHole),
    passing(.passesCompound, or: [.tail, .version, .tooLarge, .wholePageblock]), passing(.passesHugetlb),
    passing(.passesBatch), passing(.passesPinned, .pinnedPassed), passing(.passesUnevictable, or: [.ofFile]),
    passing(.passesWriteback), passing(.passesDirty), passing(.passesIsolated),
    RuleMeaning(
      .isolatesPage, .isolate, 3, "isolate_migratepages_block", .page, about: .itself, .pageHistory,
      .isolated,
      or: [.ofDriver]),
    RuleMeaning(
      .isolatesFolio, .isolate, 3, "isolate_migratepages_block", .page, about: .itself, .pageHistory,
      .isolated, or: [.forOrder]),
    RuleMeaning(
      .batchIsFull, .isolate, 3, "isolate_migratepages_block", .batch, [], .batchFull,
      or: [.blockEnd, .windowEnd]),
    RuleMeaning(
      .blockIsScanned, .isolate, 4, "isolate_migratepages_block", .batch, or: [.marked, .windowed]),
    RuleMeaning(
      .leavesMarkedBlock, .isolate, 4, "test_and_set_skip", .look, [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(.putsWindowBack, .isolate, 3, "isolate_migratepages_block", .pages),
  ]

  /// The migrate scanner leaves a page alone.
  private static func passing(
    _ rule: Rule, _ milestone: Milestone? = nil, or variants: [RuleVariant] = []
  ) -> RuleMeaning {
    RuleMeaning(
      rule, .isolate, 3, "isolate_migratepages_block", .look, about: .itself, [], milestone, or: variants)
  }

  private static let freeScanner: [RuleMeaning] = [
    RuleMeaning(
      .freeEntersBlock, .findTargets, 6, "isolate_freepages", .targetBlock, .pageblockHistory, or: [.striding]
    ),
    RuleMeaning(
      .freeGoesOn, .findTargets, 6, "isolate_freepages", .targetBlock, .pageblockHistory, or: [.striding]),
    RuleMeaning(
      .searchesAround, .findTargets, 6, "fast_isolate_around", .targetBlock, .pageblockHistory),
    RuleMeaning(
      .freeHonoursSkipHint, .findTargets, 6, "isolate_freepages", .pageblock, [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(
      .freeRefusesBlock, .findTargets, 6, "suitable_migration_target", .pageblock, .pageblockHistory,
      .targetRefused, or: [.tooLarge]),
    RuleMeaning(
      .freeMeetsHole, .findTargets, 6, "isolate_freepages", .pageblock, .pageblockHistory),
    RuleMeaning(
      .passesUsed, .findTargets, 6, "isolate_freepages_block", .look, about: .itself,
      or: [.perCPU, .tail, .held, .hole]),
    RuleMeaning(.passesUsedCompound, .findTargets, 6, "isolate_freepages_block", .look, about: .itself),
    RuleMeaning(
      .isolatesFreeBlock, .findTargets, 6, "__isolate_free_page", .block, about: .itself, .pageHistory,
      .targetFound, or: [.ofType]),
    RuleMeaning(
      .freeStopsAtWatermark, .findTargets, 6, "isolate_freepages_block", .watermark, about: .itself,
      .landmark),
    RuleMeaning(
      .freeScanEnds, .findTargets, 6, "isolate_freepages", .batch, or: [.blockEnd, .atWatermark, .givenUp]),
    RuleMeaning(.fastSearchTakes, .findTargets, 6, "fast_isolate_freepages", .search, or: [.best]),
    RuleMeaning(
      .fastSearchFails, .findTargets, 6, "fast_isolate_freepages", .search, or: [.refused, .crossed]),
    RuleMeaning(.fastSearchJumps, .findTargets, 6, "fast_isolate_freepages", .jump, or: [.toMiddle]),
  ]

  private static let migration: [RuleMeaning] = [
    RuleMeaning(
      .unmapsPage, .unmap, 7, "migrate_folio_unmap", .move, about: .itself, .pageHistory, .unmapped),
    RuleMeaning(
      .noTargetLeft, .unmap, 6, "compaction_alloc", .page, about: .itself, .landmark, or: [.notMet]),
    RuleMeaning(.flushesTLB, .unmap, 8, "try_to_unmap_flush", .pages),
    RuleMeaning(
      .movesPage, .move, 9, "migrate_folio_move", .move, about: .target, .pageHistory, .moved,
      or: [.betweenRuns]),
    RuleMeaning(
      .moveFails, .move, 9, "migrate_folio_move", .move, about: .itself, [.landmark, .pageHistory],
      .migrationFailed, or: [.dirty, .pinnedInPlace, .noTarget]),
    RuleMeaning(
      .moveRefused, .move, 9, "migrate_pages_batch", .page, about: .itself, [.landmark, .pageHistory],
      .migrationFailed),
    RuleMeaning(.putsBack, .move, 9, "putback_movable_pages", .page, about: .itself, .pageHistory),
    RuleMeaning(.splitsFolio, .unmap, 5, "migrate_pages_batch", .page, about: .itself),
  ]

  private static let freeing: [RuleMeaning] = [
    RuleMeaning(
      .freesToPerCPU, .move, 9, "free_unref_page", .block, about: .itself, .pageHistory, .freedToCPU),
    RuleMeaning(
      .freesBlock, .move, 9, "__free_one_page", .block, about: .itself, .pageHistory,
      or: [.outside]),
    RuleMeaning(.mergesBlock, .move, 9, "__free_one_page", .block, about: .itself, .pageHistory, .merged),
    RuleMeaning(
      .capturesBlock, .move, 9, "compaction_capture", .block, about: .itself, [.landmark, .pageHistory]),
    RuleMeaning(.perCPUOverflows, .drain, 9, "nr_pcp_free", .overflow, [], .drained, or: [.atOnce]),
    RuleMeaning(.drainsPerCPU, .drain, 9, "drain_pages_zone", .drain, [], .drained, or: [.betweenRuns]),
  ]

  private static let allocating: [RuleMeaning] = [
    RuleMeaning(.requestArrives, .allocate, nil, "__alloc_pages", .request),
    RuleMeaning(.takesFromPerCPU, .allocate, nil, "rmqueue_pcplist", .page, about: .itself, .pageHistory),
    RuleMeaning(.takesFromFreeList, .allocate, nil, "rmqueue_buddy", .block, about: .itself, .pageHistory),
    RuleMeaning(
      .takesCaptured, .allocate, nil, "__alloc_pages_direct_compact", .page, about: .itself, .pageHistory),
    RuleMeaning(.splitsBlock, .allocate, nil, "expand", .block, about: .itself),
    RuleMeaning(.refillsPerCPU, .allocate, nil, "rmqueue_bulk", .refill),
    RuleMeaning(.joinsPerCPU, .allocate, nil, "rmqueue_bulk", .block, about: .itself),
    RuleMeaning(
      .claimsPageblock, .allocate, nil, "__rmqueue_fallback", .claim, .pageblockHistory, or: [.wholePageblock]
    ),
    RuleMeaning(.stealsBlock, .allocate, nil, "__rmqueue_fallback", .block, about: .itself, or: [.ontoLists]),
    RuleMeaning(.watermarkFails, .allocate, nil, "__zone_watermark_ok", .check, or: [.noBlock]),
    RuleMeaning(
      .requestFails, .allocate, nil, "__alloc_pages_slowpath", .failure, .landmark,
      or: [.mayNotWait, .noRetry, .costly, .givenUp]),
    RuleMeaning(.requestServed, .allocate, nil, "__alloc_pages", .request, .landmark),
    RuleMeaning(
      .notSuitable, .allocate, nil, "compaction_suitable", .unsuitable, or: [.withoutCMA, .notFragmented]),
    RuleMeaning(.compactionDeferred, .allocate, nil, "compaction_deferred", .putOff, .landmark),
    RuleMeaning(.defersCompaction, .allocate, nil, "defer_compaction", .deferral),
    RuleMeaning(.resetsDeferral, .allocate, nil, "compaction_defer_reset", .deferral, or: [.upToOrder]),
    RuleMeaning(.entersReclaim, .allocate, nil, "__alloc_pages_direct_reclaim", .request),
    RuleMeaning(.resetsSkipHints, .allocate, nil, "__reset_isolation_suitable", .zone),
    RuleMeaning(.wakesKcompactd, .allocate, nil, "wakeup_kcompactd", .wakeup),
    RuleMeaning(
      .kcompactdSleepsOn, .allocate, nil, "kcompactd", .wakeup, .landmark, or: [.proactive, .notFragmented]),
    RuleMeaning(.kcompactdSleeps, .allocate, nil, "kcompactd", or: [.succeeded, .proactive]),
    RuleMeaning(.clearsBoost, .allocate, nil, "balance_pgdat", .boost),
    RuleMeaning(.rangeAsked, .allocate, nil, "alloc_contig_range", .pages, .landmark),
    RuleMeaning(.rangeIsolated, .allocate, nil, "start_isolate_page_range", .pages),
    RuleMeaning(
      .collectsPage, .allocate, nil, "isolate_migratepages_range", .page, about: .itself, .pageHistory),
    RuleMeaning(.pageIsBusy, .allocate, nil, "test_pages_isolated", .busy, about: .itself, .pageHistory),
    RuleMeaning(.rangeGiven, .allocate, nil, "alloc_contig_range", .pages, .landmark),
    RuleMeaning(.rangeBusy, .allocate, nil, "alloc_contig_range", .range, .landmark, or: [.givenUp]),
    RuleMeaning(.noRangeFits, .allocate, nil, "cma_alloc", .pages, .landmark),
    RuleMeaning(.editMade, .allocate, nil, "", .edits, .landmark, or: [.settings, .next, .anew]),
  ]
}
