import Simulation
import Words

/// What is said of a step: what happened, how, because of what, and where in the kernel.
struct StepWords: Equatable {
  var what: String
  var how: String
  var because: String
  var symbol: String

  init(_ facts: StepFacts, in memory: Memory, words: Catalogue) {
    let values = Self.values(facts, memory, words)
    let variant = Self.variant(facts, memory)
    func text(_ part: String) -> String {
      let keys = ["rule.\(facts.rule).\(part)\(variant)", "rule.\(facts.rule).\(part)"]
      return keys.first(where: words.contains).map { words($0, values) } ?? ""
    }
    what = text("what")
    how = text("how")
    because = text("because")
    symbol = facts.rule.kernelSymbol
  }

  /// Where a rule has more than one reason to fire, the end of the keys of the one that it had.
  private static func variant(_ facts: StepFacts, _ memory: Memory) -> String {
    switch facts.rule {
    case .runBegins where memory[.order] >= 0: "-order"
    case .freeRefusesBlock where [.movable, .cma].contains(memory.migratetype(ofPageblockAt: facts.pfn)):
      "-large"
    case .editMade where facts.detail == EditScope.settings.rawValue: "-settings"
    case .editMade where facts.detail == EditScope.request.rawValue:
      memory[.running] == 0 ? "-next" : "-anew"
    case .kcompactdSleepsOn where facts.argument == 0: "-proactive"
    case .abortedBySignal where facts.argument > 0: "-thread"
    case .finishContended where memory[.contended] == 0: "-given-up"
    default: ""
    }
  }

  /// What the texts of the rules may speak of.
  private static func values(_ facts: StepFacts, _ memory: Memory, _ words: Catalogue) -> [String: Value] {
    let run = MemoryReading(memory)
    let pfn = facts.pfn == 0 ? run[.migratePfn] : facts.pfn
    return [
      "pfn": .pfn(pfn), "other": .pfn(facts.argument), "count": .number(facts.argument),
      "order": .number(facts.order), "below": .number(max(facts.order - 1, 0)),
      "pages": .number(1 << facts.order), "zone": .text(run.zone.name.description),
      "batch": .number(memory.scale.clusterMax), "migrate": .pfn(run[.migrateCursor]),
      "free": .pfn(run[.freeCursor]),
      "block": .pfn(pfn / memory.scale.pageblockPages * memory.scale.pageblockPages),
      "type": .text(typeName(pfn, memory, words)),
      "wanted": .number(max(run[.order], 0)), "moved": .number(run.counter(.pgmigrateSuccess)),
      "failed": .number(run.counter(.pgmigrateFail)),
    ]
  }

  private static func typeName(_ pfn: Pfn, _ memory: Memory, _ words: Catalogue) -> String {
    guard memory.contains(pfn) else { return "" }
    return words("migratetype.\(memory.migratetype(ofPageblockAt: pfn)).name")
  }
}
