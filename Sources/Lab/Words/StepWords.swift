import Simulation
import Words

/// What is said of a step: what happened, how, because of what, and where in the kernel.
struct StepWords: Equatable {
  var what: String
  var how: String
  var because: String
  var symbol: String

  init(_ step: Step, in memory: Memory, words: Catalogue) {
    let values = Self.values(step.facts, memory, words)
    let variant = step.variant(in: memory)
    func text(_ part: String) -> String {
      let key = Self.key(step.rule, part)
      let keys = variant.map { [Self.key(step.rule, part, $0), key] } ?? [key]
      return keys.first(where: words.contains).map { words($0, values) } ?? ""
    }
    what = text("what")
    how = text("how")
    because = text("because")
    symbol = step.rule.meaning.kernelSymbol
  }

  /// The key of a rule's text.
  /// - Parameter variant: where the rule fired for something else than its usual reason.
  static func key(_ rule: Rule, _ part: String, _ variant: RuleVariant? = nil) -> String {
    "rule.\(rule).\(part)" + (variant.map { "-\($0.rawValue)" } ?? "")
  }

  /// What the texts of the rules may speak of: what the step says, and how the run stands.
  static func values(_ facts: StepFacts, _ memory: Memory, _ words: Catalogue) -> [String: Value] {
    let run = MemoryReading(memory)
    let pfn = facts.pfn ?? run[.migratePfn]
    let zone = facts.zone.map { memory.zones[$0] } ?? run.zone
    let shared: [String: Value] = [
      "pfn": .pfn(pfn), "block": .pfn(pfn.start(ofOrder: memory.scale.pageblockOrder)),
      "type": .text(typeName(pfn, memory, words)), "zone": .text(zone.name.description),
      "batch": .number(memory.scale.clusterMax), "wanted": .number(max(run[.order], 0)),
      "moved": .number(run.counter(.pgmigrateSuccess)), "failed": .number(run.counter(.pgmigrateFail)),
    ]
    return shared.merging(facts.values) { _, own in own }
  }

  private static func typeName(_ pfn: Pfn, _ memory: Memory, _ words: Catalogue) -> String {
    guard memory.contains(pfn) else { return "" }
    return words("migratetype.\(memory.migratetype(ofPageblockAt: pfn)).name")
  }
}

extension StepFacts {
  /// What a text about such a step may speak of, by the names of the numbers.
  var values: [String: Value] {
    switch self {
    case .nothing, .position, .signal, .page, .pageblock, .sourceBlock, .zone: [:]
    case .run(_, let migrate, let free), .test(let migrate, let free, _):
      ["migrate": .pfn(migrate), "free": .pfn(free)]
    case .runEnd(_, let migrate, _): ["migrate": .pfn(migrate)]
    case .block(_, let order):
      ["order": .number(order), "below": .number(max(order - 1, 0)), "pages": .number(1 << order)]
    case .pages(_, let count), .drain(_, _, let count): ["pages": .number(count)]
    case .move(let source, let target): ["source": .pfn(source), "target": .pfn(target)]
    case .look(_, _, let scanned): ["scanned": .number(scanned)]
    case .targetBlock(_, let stride): ["stride": .number(stride)]
    case .batch(_, let taken, let scanned): ["taken": .number(taken), "scanned": .number(scanned)]
    case .search(_, let looked): ["looked": .number(looked)]
    case .watermark(_, let mark): ["mark": .number(mark)]
    case .attempt(_, let order), .request(let order, _): ["order": .number(order)]
    case .putOff(_, let considered, let limit):
      ["considered": .number(considered), "limit": .number(limit)]
    case .deferral(_, let order, let shift): ["order": .number(order), "limit": .number(1 << shift)]
    case .wakeup(let order): ["order": .number(order ?? 0)]
    case .edits(let count, _): ["edits": .number(count)]
    }
  }
}
