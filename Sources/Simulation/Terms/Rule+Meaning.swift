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
    RuleMeaning(.runBegins, .setUp, 1, "compact_zone", .run, .landmark, .runBegan, or: [.forOrder]),
    RuleMeaning(.scannersMet, .finishTest, 2, "__compact_finished", .test, .landmark, .scannersMet),
    RuleMeaning(.finishContinues, .finishTest, 2, "__compact_finished", .test),
    RuleMeaning(.finishSucceeds, .finishTest, 2, "__compact_finished", .test),
    RuleMeaning(.finishContended, .finishTest, 2, "__compact_finished", .test, or: [.givenUp]),
    RuleMeaning(.proactiveGoalReached, .finishTest, 2, "__compact_finished", .test),
    RuleMeaning(.captureTaken, .finishTest, 2, "compact_zone", .block, about: .itself, .landmark),
    RuleMeaning(.leftoverFreed, .end, 10, "compact_zone", .page, about: .itself),
    RuleMeaning(.runEnds, .end, 10, "compact_zone", .runEnd, .landmark, .runEnded),
    RuleMeaning(.everythingDone, .end, 10, "compact_zone"),
    RuleMeaning(.abortedTooManyIsolated, .finishTest, 2, "too_many_isolated", .position),
    RuleMeaning(
      .abortedBySignal, .finishTest, 2, "fatal_signal_pending", .signal, .landmark, or: [.byThread]),
    RuleMeaning(.rescansBlock, .isolate, 3, "compact_zone", .position, .pageblockHistory),
  ]

  private static let migrateScanner: [RuleMeaning] = [
    RuleMeaning(
      .migrateEntersBlock, .isolate, 3, "isolate_migratepages", .sourceBlock, .pageblockHistory, .blockEntered
    ),
    RuleMeaning(
      .migrateHonoursSkipHint, .isolate, 4, "isolate_migratepages", .pageblock,
      [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(
      .migrateRefusesBlock, .isolate, 4, "suitable_migration_source", .pageblock, .pageblockHistory),
    RuleMeaning(.migrateMeetsHole, .isolate, 4, "isolate_migratepages", .pageblock, .pageblockHistory),
    RuleMeaning(
      .migrateSkipsHugeBlock, .isolate, 4, "suitable_migration_source", .pageblock, .pageblockHistory),
    RuleMeaning(.migrateFastFinds, .isolate, 3, "fast_find_migrateblock", .search, .pageblockHistory),
    passing(.passesFreeBlock), passing(.passesFreeTail), passing(.passesPerCPU), passing(.passesNotOnLRU),
    passing(.passesReserved), passing(.passesHole), passing(.passesCompound), passing(.passesHugetlb),
    passing(.passesBatch), passing(.passesPinned, .pinnedPassed), passing(.passesUnevictable),
    passing(.passesWriteback), passing(.passesDirty), passing(.passesIsolated),
    RuleMeaning(
      .isolatesPage, .isolate, 3, "isolate_migratepages_block", .page, about: .itself, .pageHistory, .isolated
    ),
    RuleMeaning(
      .isolatesFolio, .isolate, 3, "isolate_migratepages_block", .page, about: .itself, .pageHistory,
      .isolated),
    RuleMeaning(.batchIsFull, .isolate, 3, "isolate_migratepages_block", .batch, [], .batchFull),
    RuleMeaning(.blockIsScanned, .isolate, 4, "isolate_migratepages_block", .batch),
    RuleMeaning(
      .leavesMarkedBlock, .isolate, 4, "test_and_set_skip", .look, [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(.putsWindowBack, .isolate, 3, "isolate_migratepages_block", .pages),
  ]

  /// The migrate scanner leaves a page alone.
  private static func passing(_ rule: Rule, _ milestone: Milestone? = nil) -> RuleMeaning {
    RuleMeaning(rule, .isolate, 3, "isolate_migratepages_block", .look, about: .itself, [], milestone)
  }

  private static let freeScanner: [RuleMeaning] = [
    RuleMeaning(.freeEntersBlock, .findTargets, 6, "isolate_freepages", .targetBlock, .pageblockHistory),
    RuleMeaning(
      .freeHonoursSkipHint, .findTargets, 6, "isolate_freepages", .pageblock, [.landmark, .pageblockHistory],
      .blockSkipped),
    RuleMeaning(
      .freeRefusesBlock, .findTargets, 6, "suitable_migration_target", .pageblock, .pageblockHistory,
      .targetRefused, or: [.tooLarge]),
    RuleMeaning(.freeMeetsHole, .findTargets, 6, "isolate_freepages", .pageblock, .pageblockHistory),
    RuleMeaning(.passesUsed, .findTargets, 6, "isolate_freepages_block", .look, about: .itself),
    RuleMeaning(.passesUsedCompound, .findTargets, 6, "isolate_freepages_block", .look, about: .itself),
    RuleMeaning(
      .isolatesFreeBlock, .findTargets, 6, "__isolate_free_page", .block, about: .itself, .pageHistory,
      .targetFound),
    RuleMeaning(
      .freeStopsAtWatermark, .findTargets, 6, "isolate_freepages_block", .watermark, about: .itself,
      .landmark),
    RuleMeaning(.freeScanEnds, .findTargets, 6, "isolate_freepages", .batch),
    RuleMeaning(.fastSearchTakes, .findTargets, 6, "fast_isolate_freepages", .search),
    RuleMeaning(.fastSearchFails, .findTargets, 6, "fast_isolate_freepages", .search),
    RuleMeaning(.fastSearchJumps, .findTargets, 6, "fast_isolate_freepages", .position),
  ]

  private static let migration: [RuleMeaning] = [
    RuleMeaning(
      .unmapsPage, .unmap, 7, "migrate_folio_unmap", .move, about: .itself, .pageHistory, .unmapped),
    RuleMeaning(.noTargetLeft, .unmap, 6, "compaction_alloc", .page, about: .itself, .landmark),
    RuleMeaning(.flushesTLB, .unmap, 8, "try_to_unmap_flush", .pages),
    RuleMeaning(.movesPage, .move, 9, "migrate_folio_move", .move, about: .target, .pageHistory, .moved),
    RuleMeaning(
      .moveFails, .move, 9, "migrate_folio_move", .move, about: .itself, [.landmark, .pageHistory],
      .migrationFailed),
    RuleMeaning(
      .moveRefused, .move, 9, "migrate_pages_batch", .page, about: .itself, [.landmark, .pageHistory],
      .migrationFailed),
    RuleMeaning(.putsBack, .move, 9, "putback_movable_pages", .page, about: .itself, .pageHistory),
    RuleMeaning(.splitsFolio, .unmap, 5, "migrate_pages_batch", .page, about: .itself),
  ]

  private static let freeing: [RuleMeaning] = [
    RuleMeaning(
      .freesToPerCPU, .move, 9, "free_unref_page", .block, about: .itself, .pageHistory, .freedToCPU),
    RuleMeaning(.freesBlock, .move, 9, "__free_one_page", .block, about: .itself, .pageHistory),
    RuleMeaning(.mergesBlock, .move, 9, "__free_one_page", .block, about: .itself, .pageHistory, .merged),
    RuleMeaning(
      .capturesBlock, .move, 9, "compaction_capture", .block, about: .itself, [.landmark, .pageHistory]),
    RuleMeaning(.perCPUOverflows, .drain, 9, "nr_pcp_free", .pages, [], .drained),
    RuleMeaning(.drainsPerCPU, .drain, 9, "drain_pages_zone", .drain, [], .drained),
  ]

  private static let allocating: [RuleMeaning] = [
    RuleMeaning(.requestArrives, .allocate, nil, "__alloc_pages", .request),
    RuleMeaning(.takesFromPerCPU, .allocate, nil, "rmqueue_pcplist", .page, .pageHistory),
    RuleMeaning(.takesFromFreeList, .allocate, nil, "rmqueue_buddy", .block, .pageHistory),
    RuleMeaning(.refillsPerCPU, .allocate, nil, "rmqueue_bulk", .block),
    RuleMeaning(.splitsBlock, .allocate, nil, "expand", .block, about: .itself),
    RuleMeaning(.claimsPageblock, .allocate, nil, "__rmqueue_fallback", .block, .pageblockHistory),
    RuleMeaning(.stealsBlock, .allocate, nil, "__rmqueue_fallback", .block),
    RuleMeaning(.watermarkFails, .allocate, nil, "__zone_watermark_ok", .attempt),
    RuleMeaning(.requestFails, .allocate, nil, "__alloc_pages_slowpath", .request, .landmark),
    RuleMeaning(.requestServed, .allocate, nil, "__alloc_pages", .request, .landmark),
    RuleMeaning(.notSuitable, .allocate, nil, "compaction_suitable", .attempt),
    RuleMeaning(.compactionDeferred, .allocate, nil, "compaction_deferred", .putOff, .landmark),
    RuleMeaning(.defersCompaction, .allocate, nil, "defer_compaction", .deferral),
    RuleMeaning(.resetsDeferral, .allocate, nil, "compaction_defer_reset", .attempt),
    RuleMeaning(.entersReclaim, .allocate, nil, "__alloc_pages_direct_reclaim", .request),
    RuleMeaning(.resetsSkipHints, .allocate, nil, "__reset_isolation_suitable", .zone),
    RuleMeaning(.wakesKcompactd, .allocate, nil, "wakeup_kcompactd", .wakeup),
    RuleMeaning(.kcompactdSleepsOn, .allocate, nil, "kcompactd", .wakeup, .landmark, or: [.proactive]),
    RuleMeaning(.kcompactdSleeps, .allocate, nil, "kcompactd"),
    RuleMeaning(.editMade, .allocate, nil, "", .edits, .landmark, or: [.settings, .next, .anew]),
  ]
}
