import KernelInterface
import Simulation
import Words

extension RunReport {
  /// The report for a person to read: numbers with the kernel's names, the free blocks as `/proc/buddyinfo` writes
  /// them.
  public func text(_ words: Catalogue) -> String {
    let outcome =
      requests.all == 0
      ? result
      : words("report.requests", ["served": .number(requests.served), "count": .number(requests.all)])
    let heading = words(
      "report.heading", ["title": .text(title), "version": .text(kernel), "result": .text(outcome)])
    let open = inferences.map { $0.text(words) } + ranges.filter(\.isOpen).map { $0.text(words) }
    let counters = vmstat.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let paragraphs: [[String]] = [
      [heading], open.map { "# \($0)" }, contiguous.flatMap { lines(of: $0, words) },
      zones.map { line(of: $0, words) }, sums.lines, counters,
      [words("report.before"), buddyinfo(\.before)], [words("report.after"), buddyinfo(\.buddyinfo)],
    ]
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func line(of zone: Zone, _ words: Catalogue) -> String {
    words(
      "report.zone",
      [
        "zone": .text(zone.name), "result": .text(zone.result), "migrate": .pfn(zone.migrateScanner),
        "free": .pfn(zone.freeScanner), "count": .number(zone.freePages),
      ])
  }

  private func lines(of range: ContiguousOutcome, _ words: Catalogue) -> [String] {
    let values: [String: Value] = [
      "start": .pfn(range.start), "end": .pfn(range.end - 1), "count": .number(range.busy.count),
    ]
    return [words(range.isGiven ? "report.range-given" : "report.range-busy", values)]
      + range.busy.map {
        words("report.page-busy", ["pfn": .pfn($0.pfn), "why": .text(words("busy.\($0.why.rawValue)"))])
      }
  }

  private func buddyinfo(_ counts: KeyPath<Zone, [Int]>) -> String {
    let rows = zones.map { BuddyInfo.Row(node: 0, zone: $0.name, freeBlocks: $0[keyPath: counts]) }
    var output = TextOutput()
    BuddyInfo(rows: rows).write(to: &output)
    return String(decoding: output.bytes.dropLast(), as: UTF8.self)
  }
}

extension RunReport.Sums {
  /// A name and a number a line.
  fileprivate var lines: [String] {
    [
      ("migrate_scanned", migrateScanned), ("free_scanned", freeScanned), ("isolated", isolated),
      ("migrated", migrated), ("failed", failed), ("runs", runs), ("succeeded", succeeded),
    ].map { "\($0.0) \($0.1)" }
  }
}
