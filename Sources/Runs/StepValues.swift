import Simulation
import Words

/// The numbers and names that the texts of a step may speak of.
struct StepValues {
  let memory: Memory
  let words: Catalogue

  func all(of step: Step) -> [String: Value] {
    ofRun.merging(ofPlace(step.facts)) { _, own in own }.merging(judged(step)) { _, own in own }
      .merging(step.facts.values) { _, own in own }
  }

  private func name(of type: Migratetype) -> Value { .text(words("migratetype.\(type).name")) }

  // MARK: The run

  private var ofRun: [String: Value] {
    let wanted = max(memory[.order], 0)
    return [
      "batch": .number(memory.scale.clusterMax), "wanted": .number(wanted), "window": .number(1 << wanted),
      "own": name(of: Migratetype(rawValue: UInt8(memory[.migratetype])) ?? .movable),
      "moved": .number(memory[.vmstat(.pgmigrateSuccess)]),
      "failed": .number(memory[.vmstat(.pgmigrateFail)]),
      "missing": .number(max(memory[.nrMigratepages] - memory[.nrFreepages], 0)),
      "version": .text(memory.version.description),
    ]
  }

  // MARK: Where it is

  private func ofPlace(_ facts: StepFacts) -> [String: Value] {
    let pfn = facts.pfn ?? memory[.migratePfn]
    let zone = memory.zones[facts.zone ?? memory[.zone]]
    var values: [String: Value] = [
      "pfn": .pfn(pfn), "block": .pfn(pfn.start(ofOrder: memory.scale.pageblockOrder)), "type": "",
      "zone": .text(zone.name.description),
    ]
    guard memory.contains(pfn) else { return values }
    let frame = memory.frame(at: pfn)
    values["type"] = name(of: memory.migratetype(ofPageblockAt: pfn))
    values["order"] = .number(frame.order)
    values["count"] = .number(1 << frame.order)
    return values
  }

  // MARK: What it is judged by

  private func judged(_ step: Step) -> [String: Value] {
    let order = memory.scale.pageblockOrder
    switch step.facts {
    case .run(let zone, _, _): return scores(zone)
    case .test(let migrate, let free, _):
      return scores(memory[.zone]).merging([
        "count": .number(max(free - migrate, 0)), "free-block": .pfn(free.start(ofOrder: order)),
      ]) { _, own in own }
    case .wakeup: return scores(0)
    case .nothing where step.rule == .kcompactdSleeps: return scores(memory[.zone])
    case .move(_, let target) where memory.contains(target):
      let frame = memory.frame(at: target)
      return ["count": .number(frame.flags.contains(.head) ? 1 << frame.order : 1)]
    case .block(let start, let order): return ["buddy": .pfn(start ^ 1 << order)]
    case .busy(_, let reason): return ["why": .text(words("busy.\(reason.rawValue)"))]
    case .claim: return ["total": .number(memory.scale.pageblockPages)]
    case .search:
      let bounds = memory.fastSearchBounds
      return ["search-low": .pfn(bounds.low), "search-min": .pfn(bounds.minimum)]
    case .watermark(let pfn, _):
      let pages = 1 << memory.frame(at: pfn).order
      let min = memory.zone(at: pfn).map { memory.watermarks(ofZone: $0.index).min } ?? 0
      return ["count": .number(pages), "min": .number(min), "mark": .number(min + pages)]
    case .overflow(let zone, _, _): return ["waiting": .number(pagesOnLists(zone))]
    case .putOff(let zone, _, _): return ["order-failed": .number(memory[.zone(zone, .orderFailed)])]
    case .zone(let zone): return ["considered": .number(memory[.zone(zone, .considered)])]
    case .request(_, let highest, _):
      let zones = memory.zones.filter { $0.name <= highest }.reversed().map(\.name.description)
      return ["zones": .text(zones.joined(separator: ", "))]
    default: return [:]
    }
  }

  private func scores(_ zone: Int) -> [String: Value] {
    let outlook = memory.proactiveOutlook(zone: zone)
    return [
      "score": .number(outlook.zoneScore), "node": .number(outlook.nodeScore), "low": .number(outlook.low),
      "high": .number(outlook.high), "round": .number(memory[.kernel(.roundScore)]),
    ]
  }

  /// Pages on this CPU's lists.
  private func pagesOnLists(_ zone: Int) -> Int {
    memory[memory.pagesetRegister(zone: zone, cpu: memory[.kernel(.cpu)], .count)]
  }
}

extension StepFacts {
  /// What a text about such a step may speak of, by the names of the numbers; `count` is what the text
  /// counts.
  public var values: [String: Value] {
    switch self {
    case .nothing, .position, .signal, .page, .pageblock, .sourceBlock, .jump, .zone, .busy: [:]
    case .run(_, let migrate, let free), .test(let migrate, let free, _):
      ["migrate": .pfn(migrate), "free": .pfn(free)]
    case .runEnd(_, let migrate, let result):
      ["migrate": .pfn(migrate), "result": .text(result.traceName)]
    case .isolated(let pages, let most): ["count": .number(pages), "most": .number(most)]
    case .block(_, let order):
      ["order": .number(order), "below": .number(max(order - 1, 0)), "count": .number(1 << order)]
    case .pages(let pfn, let count): ["count": .number(count), "last": .pfn(pfn + count - 1)]
    case .range(let pfn, let count, let busy): ["last": .pfn(pfn + count - 1), "count": .number(busy)]
    case .boost(_, let pages): ["count": .number(pages)]
    case .drain(_, let cpu, let pages): ["count": .number(pages), "cpu": .number(cpu)]
    case .overflow(_, let pages, let high): ["count": .number(pages), "high": .number(high)]
    case .refill(_, let order, let blocks): ["count": .number(blocks), "order": .number(order)]
    case .claim(_, let order, let free, let alike):
      ["order": .number(order), "free": .number(free), "alike": .number(alike)]
    case .move(let source, let target): ["source": .pfn(source), "target": .pfn(target)]
    case .look(_, _, let scanned): ["scanned": .number(scanned)]
    case .targetBlock(_, let stride): ["stride": .number(stride)]
    case .batch(_, let taken, let scanned, _): ["count": .number(taken), "scanned": .number(scanned)]
    case .search(_, let looked, _): ["looked": .number(looked)]
    case .watermark(_, let free): ["free": .number(free)]
    case .check(_, let order, let mark, let free, let least):
      [
        "order": .number(order), "mark": .text("\(mark)"), "free": .number(free), "least": .number(least),
        "count": .number(1 << order), "needed": .number(least + 1 << order),
      ]
    case .unsuitable(_, let order, let why):
      [
        "order": .number(order), "has": .number(why.has), "needed": .number(why.needed),
        "index": .decimal(Double(why.has) / 1000, digits: 3),
        "threshold": .decimal(Double(why.needed) / 1000, digits: 3),
      ]
    case .request(let order, _, _), .failure(let order, _):
      ["order": .number(order), "count": .number(1 << order)]
    case .putOff(_, let considered, let limit):
      ["considered": .number(considered), "limit": .number(limit)]
    case .deferral(_, let order, let shift): ["order": .number(order), "count": .number(1 << shift - 1)]
    case .wakeup(let order, _): ["order": .number(order ?? 0)]
    case .edits(let count, _): ["edits": .number(count)]
    }
  }
}
