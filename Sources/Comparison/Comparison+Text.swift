import Words

/// The comparison for a person to read.
extension Comparison {
  public func text(_ words: Catalogue) -> String {
    var lines: [String] = []
    lines.append(
      words(
        "compare.heading", ["release": .text(release), "rules": .text(rules), "trigger": .text(trigger)]))
    lines += inferences.map { words("compare.inferred", ["what": .text($0.text(words))]) }
    lines += ranges.filter(\.isOpen).map { words("compare.range", ["what": .text($0.text(words))]) }
    lines += doubts.filter { $0 != .inferred }.map { words("compare.doubt.\($0.rawValue)") }
    lines += tasks.flatMap { [""] + text(of: $0, words) }
    if let pages = hugePages {
      lines += ["", row(words("compare.huge-pages"), pages)]
    }
    if let difference = firstDifference { lines += [""] + difference.text(words) }
    let counted = counters.filter { $0.recorded != 0 || $0.simulated != 0 }
    lines += ["", words("compare.counters"), columns(words)]
    lines += counted.map { row($0.name, $0.pair) }
    lines += [""] + state.text(words)
    lines += ["", words(differs ? "compare.differs" : "compare.agrees")]
    return lines.joined(separator: "\n")
  }

  private func text(of task: ComparedTask, _ words: Catalogue) -> [String] {
    var lines = [
      words(
        "compare.events",
        [
          "task": .text(task.task.rawValue), "equal": .number(task.equal),
          "recorded": .number(task.events.recorded), "simulated": .number(task.events.simulated),
          "prefix": .number(task.prefix),
        ]),
      words(
        task.endingsAgree ? "compare.runs" : "compare.runs-end-otherwise",
        ["exact": .number(task.exactRuns), "count": .number(task.runs.count)]),
    ]
    for zone in task.zones {
      lines.append(columns(words))
      let numbers: [(String, Int, Int)] = [
        ("runs", zone.runs.recorded, zone.runs.simulated),
        ("success", zone.succeeded.recorded, zone.succeeded.simulated),
        ("migrate_scanned", zone.recorded.migrateScanned, zone.simulated.migrateScanned),
        ("migrate_taken", zone.recorded.migrateTaken, zone.simulated.migrateTaken),
        ("free_scanned", zone.recorded.freeScanned, zone.simulated.freeScanned),
        ("free_taken", zone.recorded.freeTaken, zone.simulated.freeTaken),
        ("nr_migrated", zone.recorded.migrated, zone.simulated.migrated),
        ("nr_failed", zone.recorded.failed, zone.simulated.failed),
      ]
      lines += numbers.map {
        row("\(zone.zone) \($0.0)", Pair(recorded: $0.1, simulated: $0.2))
      }
    }
    return lines + runs(of: task, words)
  }

  /// Runs shown one by one: the first that are not exact.
  private static let shownRuns = 8

  private func runs(of task: ComparedTask, _ words: Catalogue) -> [String] {
    task.runs.filter { !$0.isExact }.prefix(Comparison.shownRuns).map { run in
      words(
        "compare.run",
        [
          "number": .number(run.number), "zone": .text(run.zone), "equal": .number(run.equal),
          "recorded": .number(run.events.recorded), "simulated": .number(run.events.simulated),
          "real": .text(run.recorded?.status ?? "–"), "ours": .text(run.simulated?.status ?? "–"),
        ])
    }
  }
}

extension WorkerSearch {
  /// What was found, for a person to read.
  public func text(_ words: Catalogue) -> String {
    func line(_ key: String, _ prefix: Int) -> String {
      words(
        "compare.workers.\(key)",
        ["task": .text(task.rawValue), "prefix": .number(prefix), "events": .number(events)])
    }
    let found = rounds.sorted { $0.moment < $1.moment }.map { round in
      words(
        "compare.workers.round",
        [
          "cpu": .number(round.cpu), "event": .number(round.event + 1),
          "seconds": .text(words.numerals.decimal(round.time / .seconds(1), digits: 2)),
        ])
    }
    let end = found.isEmpty ? words("compare.workers.none") : line("with", prefix)
    return ([line("heading", prefixWithout)] + found + [end]).joined(separator: "\n")
  }
}

extension FirstDifference {
  fileprivate func text(_ words: Catalogue) -> [String] {
    var lines = [
      words(
        "compare.first",
        ["event": .number(event), "task": .text(task.rawValue), "run": .number(run), "zone": .text(zone)])
    ]
    lines += before.map { "    " + $0 }
    lines.append(words("compare.first-recorded", ["event": .text(recorded ?? "–")]))
    lines.append(words("compare.first-simulated", ["event": .text(simulated ?? "–")]))
    lines.append(
      words(
        "compare.first-rule",
        [
          "rule": .text(rule), "symbol": .text(kernelSymbol), "pfn": .pfn(pfn), "step": .number(step),
        ]))
    lines += numbers.map { number in
      let value = number.isPfn ? "0x" + String(number.value, radix: 16) : String(number.value)
      return "    " + number.name.padded(to: 24) + value
    }
    return lines
  }
}

extension ComparedState {
  /// Numbers are shown where they differ.
  fileprivate func text(_ words: Catalogue) -> [String] {
    var lines = [words("compare.state")]
    for (key, lists) in [("free-lists", freeLists), ("per-cpu-lists", perCPULists)] where !lists.isEmpty {
      let equal = lists.count { $0.verdict == .equal }
      lines.append(
        words("compare.\(key)", ["equal": .number(equal), "total": .number(lists.count)]))
      lines += lists.filter { $0.verdict != .equal }.map { line(of: $0, words) }
    }
    for (key, blocks) in [("types", otherType), ("skip-hints", otherSkipHint)] {
      guard let blocks else { continue }
      lines.append(words("compare.\(key)", ["count": .number(blocks.count)]))
    }
    let numbers = allocator + compaction + freeBlocks
    lines.append(
      words(
        "compare.numbers",
        [
          "equal": .number(numbers.count { $0.pair.isEqual }), "total": .number(numbers.count),
        ]))
    let differing = numbers.filter { !$0.pair.isEqual }
    if !differing.isEmpty { lines.append(columns(words)) }
    lines += differing.map { number in
      row(number.name, number.pair, hexadecimal: number.name.hasSuffix("_pfn") || number.name.hasSuffix("]"))
    }
    return lines
  }

  private func line(of list: ComparedList, _ words: Catalogue) -> String {
    let place = list.cpu.map { "\(list.zone) cpu \($0)" } ?? list.zone
    return words(
      list.verdict == .otherOrder ? "compare.list-other-order" : "compare.list-other-blocks",
      [
        "list": .text("\(place) \(list.order) \(list.migratetype)"), "common": .number(list.common),
        "recorded": .number(list.blocks.recorded), "simulated": .number(list.blocks.simulated),
      ])
  }
}

// MARK: Columns

private func columns(_ words: Catalogue) -> String {
  "".padded(to: 36) + words("compare.recorded").padded(to: 12, right: true)
    + words("compare.simulated").padded(to: 12, right: true)
}

private func row(_ name: String, _ pair: Pair, hexadecimal: Bool = false) -> String {
  func text(_ value: Int) -> String {
    (hexadecimal ? "0x" + String(value, radix: 16) : String(value)).padded(to: 12, right: true)
  }
  return "  " + name.padded(to: 34) + text(pair.recorded) + text(pair.simulated)
    + (pair.isEqual ? "" : "  ≠")
}

extension String {
  /// With spaces in front or behind, `width` characters at least.
  fileprivate func padded(to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return right ? spaces + self : self + spaces
  }
}
