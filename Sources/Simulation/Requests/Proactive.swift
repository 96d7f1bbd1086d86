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

  /// The next zone of a round of kcompactd, lowest first. A node that is bad enough begins a round, as
  /// kcompactd looks for it at 500 ms; rounds follow each other until one does not lower the node's score.
  /// After that kcompactd waits for 32 s.
  /// - Parameter number: counts zones through all rounds, from 0.
  /// - Returns: whether there is another one.
  func compactProactively(_ number: Int) -> Bool {
    task = .kcompactd
    let zone = memory.zones[number % memory.zones.count]
    if read(.running) == 0, zone.index == 0, !beginsRound(isFirst: number == 0) { return false }
    if !isGivenUp { compactProactively(zone) }
    guard !isGivenUp else { return false }
    if zone.index + 1 < memory.zones.count || nodeScore < read(.kernel(.roundScore)) { return true }
    note(.kcompactdSleeps)
    return false
  }

  private func beginsRound(isFirst: Bool) -> Bool {
    let score = nodeScore
    guard score > proactiveMarks.high else {
      note(
        isFirst ? .kcompactdSleepsOn : .kcompactdSleeps, isFirst ? .wakeup(order: nil, zone: nil) : .nothing)
      return false
    }
    set(.kernel(.roundScore), score)
    return true
  }

  private func compactProactively(_ zone: Zone) {
    // Nothing is added to these before a run's end.
    let migrateScanned = read(.vmstat(.compactMigrateScanned))
    let freeScanned = read(.vmstat(.compactFreeScanned))
    if read(.running) != 0 {
      _ = goOnScanning(zone)
    } else {
      var request = CompactControl()
      request.mode = .syncLight
      request.ignoresSkipHint = true
      request.wholeZone = true
      request.proactive = true
      _ = compactZone(zone, request)
    }
    guard version.daemonCountsProactive else { return }
    add(
      read(.vmstat(.compactMigrateScanned)) - migrateScanned, to: .vmstat(.compactDaemonMigrateScanned))
    add(read(.vmstat(.compactFreeScanned)) - freeScanned, to: .vmstat(.compactDaemonFreeScanned))
  }
}
