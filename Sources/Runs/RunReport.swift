import KernelInterface
import Simulation
import Words

/// How a run went, without a picture: results, counters, scanner positions and free blocks.
public struct RunReport: Codable, Equatable, Sendable {
  public struct Zone: Codable, Equatable, Sendable {
    public var name: String
    /// The kernel's word for how the run of this zone ended.
    public var result: String
    /// Where the scanners stood at the end, as pfn.
    public var migrateScanner: Pfn
    public var freeScanner: Pfn
    /// Pages on free lists.
    public var freePages: Int
    /// Free blocks by order, before the run and after it.
    public var before: [Int]
    public var buddyinfo: [Int]
  }

  public var title: String
  public var kernel: String
  /// The last result of all.
  public var result: String
  /// Under the names of `/proc/vmstat`; those that stayed 0 as well.
  public var vmstat: [String: Int]
  public var zones: [Zone]

  /// Makes the run.
  public init(of recipe: RunRecipe) {
    let (memory, run) = recipe.start()
    let before = memory.zones.map { memory.freeBlockCounts(zone: $0.index).blocks }
    let lines = run.trace(on: memory)
    title = recipe.title
    kernel = recipe.version.description
    vmstat = Dictionary(
      uniqueKeysWithValues: VMStatCounter.allCases.map { ($0.procName, memory[.vmstat($0)]) })
    zones = memory.zones.map { zone in
      let end = lines.lazy.compactMap { End($0.tracepoint, of: zone) }.first
      return Zone(
        name: zone.name.description, result: (end?.result ?? .skipped).traceName,
        migrateScanner: end?.migrate ?? zone.start, freeScanner: end?.free ?? zone.end,
        freePages: memory[.zone(zone.index, .freePages)], before: before[zone.index],
        buddyinfo: memory.freeBlockCounts(zone: zone.index).blocks)
    }
    result = zones[zones.count - 1].result
  }

  /// `mm_compaction_end` of a zone.
  private struct End {
    var migrate: Pfn
    var free: Pfn
    var result: CompactResult

    init?(_ tracepoint: Tracepoint, of zone: Simulation.Zone) {
      guard case .end(let start, let migrate, let free, _, _, let status) = tracepoint, start == zone.start
      else { return nil }
      (self.migrate, self.free, result) = (migrate, free, status)
    }
  }
}

extension RunReport {
  /// The report as text, with the free blocks as `/proc/buddyinfo` writes them.
  public func text(_ words: Catalogue) -> String {
    let heading = words(
      "report.heading", ["title": .text(title), "version": .text(kernel), "result": .text(result)])
    let counters = vmstat.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let paragraphs: [[String]] = [
      [heading], zones.map { line(of: $0, words) }, counters, [words("report.before"), buddyinfo(\.before)],
      [words("report.after"), buddyinfo(\.buddyinfo)],
    ]
    return paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func line(of zone: Zone, _ words: Catalogue) -> String {
    words(
      "report.zone",
      [
        "zone": .text(zone.name), "result": .text(zone.result), "migrate": .pfn(zone.migrateScanner),
        "free": .pfn(zone.freeScanner), "count": .number(zone.freePages),
      ])
  }

  private func buddyinfo(_ counts: KeyPath<Zone, [Int]>) -> String {
    let rows = zones.map { BuddyInfo.Row(node: 0, zone: $0.name, freeBlocks: $0[keyPath: counts]) }
    var output = TextOutput()
    BuddyInfo(rows: rows).write(to: &output)
    return String(decoding: output.bytes.dropLast(), as: UTF8.self)
  }
}
