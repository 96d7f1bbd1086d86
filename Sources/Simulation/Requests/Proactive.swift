/// Compaction before anybody asks (model 3.4, 8.4).
extension Kernel {
  /// Between these scores, in percent, proactive compaction works: a node above `high` starts it, a
  /// zone at or below `low` ends it.
  var proactiveMarks: (low: Int, high: Int) {
    let aim = 100 - tunables.compactionProactiveness
    if version.proactiveMarksReachZero { return (aim, min(aim + min(10, aim / 2), 100)) }
    let low = max(aim, 5)
    return (low, min(low + 10, 100))
  }

  /// The node's score: its zones' scores weighted by their size (`fragmentation_score_node`).
  var nodeScore: Int {
    Kernel.weighted(
      memory.zones.map { zone in
        (zone.layout.present, memory.freeBlockCounts(zone: zone.index).score(hugeOrder: scale.hugeOrder))
      })
  }

  static func weighted(_ zones: [(present: Int, score: Int)]) -> Int {
    let present = zones.reduce(0) { $0 + $1.present }
    return zones.reduce(0) { $0 + $1.present * $1.score / (present + 1) }
  }

  /// One round of kcompactd over all zones.
  func compactProactively() {
    task = .kcompactd
    for zone in memory.zones where !isGivenUp {
      var request = CompactControl()
      request.mode = .syncLight
      request.ignoresSkipHint = true
      request.wholeZone = true
      request.proactive = true
      let migrateScanned = read(.vmstat(.compactMigrateScanned))
      let freeScanned = read(.vmstat(.compactFreeScanned))
      _ = compactZone(zone, request)
      if version.daemonCountsProactive {
        add(
          read(.vmstat(.compactMigrateScanned)) - migrateScanned,
          to: .vmstat(.compactDaemonMigrateScanned))
        add(read(.vmstat(.compactFreeScanned)) - freeScanned, to: .vmstat(.compactDaemonFreeScanned))
      }
    }
  }

  /// Rounds until one does not lower the node's score, as kcompactd makes them at 500 ms; after that it
  /// waits for 32 s.
  /// - Returns: the rounds made.
  @discardableResult
  func compactProactivelyUntilIdle() -> Int {
    var rounds = 0
    while !isGivenUp {
      let before = nodeScore
      guard before > proactiveMarks.high else {
        if rounds == 0 { note(.kcompactdSleepsOn, .wakeup(order: nil)) }
        return rounds
      }
      compactProactively()
      rounds += 1
      if nodeScore >= before { return rounds }
    }
    return rounds
  }
}
