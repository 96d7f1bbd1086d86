import Lab
import Testing
import Words

@testable import Runs
@testable import Simulation

@Suite("Words for steps")
struct StepWordsTests {
  /// The keys that a rule's texts may have.
  private func keys(_ rule: Rule) -> [String] {
    (rule.meaning.variants + [nil]).flatMap { variant in
      StepWords.Part.allCases.map { StepWords.key(rule, $0, variant) }
    }
  }

  @Test("Every rule has words for what happened and for why, and for each variant")
  func rulesHaveWords() throws {
    let words = try Fixtures.content().words
    for rule in Rule.allCases where rule != .none {
      #expect(words.contains(StepWords.key(rule, .what)), "\(rule)")
      #expect(words.contains(StepWords.key(rule, .because)), "\(rule)")
      for variant in rule.meaning.variants {
        let keys = StepWords.Part.allCases.map { StepWords.key(rule, $0, variant) }
        #expect(keys.contains(where: words.contains), "\(rule), \(variant)")
      }
    }
  }

  @Test("No text is kept for a rule or a variant that there is not")
  func nothingElse() throws {
    let known = Set(Rule.allCases.flatMap(keys))
    let kept = try Fixtures.content().words.entries.keys.filter { $0.hasPrefix("rule.") }
    #expect(kept.filter { !known.contains($0) } == [])
  }

  @Test("A rule’s texts speak of nothing that its steps don’t say")
  func textsMatchFacts() throws {
    let content = try Fixtures.content()
    let words = content.words
    let memory = try content.folder.source(named: "two-scanners").start().memory
    for rule in Rule.allCases where rule != .none {
      let facts = try #require(StepFacts.samples.first { $0.shape == rule.meaning.shape }, "\(rule)")
      let values = StepWords.values(Step(rule: rule, facts: facts), memory, words)
      for key in (keys(rule) + ["mark.\(rule)"]).filter(words.contains) {
        #expect(!words(key, values).contains("{"), "\(key)")
      }
      let names = values.filter { if case .text = $0.value { true } else { false } }
      #expect(names.keys.allSatisfy(StepFilter.names.contains), "\(rule)")
    }
  }
}

extension StepFacts {
  /// A page of the scenario.
  private static let page: Pfn = 0x100050
  /// One of each shape.
  fileprivate static let samples: [StepFacts] = [
    .nothing, .run(zone: 0, migrate: page, free: page), .runEnd(zone: 0, migrate: page, result: .complete),
    .test(migrate: page, free: page, result: .continue), .position(page), .isolated(pages: 2, most: 1),
    .signal(at: page, byThread: false), .page(page), .block(start: page, order: 2),
    .pages(at: page, count: 2), .range(at: page, count: 4, busy: 2), .move(source: page, target: page + 1),
    .look(at: page, ahead: 2, scanned: 3), .pageblock(start: page), .sourceBlock(at: page, finishes: false),
    .targetBlock(at: page, stride: 2), .batch(at: page, taken: 2, scanned: 3, .full),
    .search(at: page, looked: 2, refused: false), .jump(to: page, toMiddle: true),
    .watermark(at: page, free: 2), .zone(0), .check(zone: 0, order: 1, .min, free: 2, least: 3),
    .unsuitable(zone: 0, order: 1, Unsuitability(.tooFewPages, has: 1, needed: 2)),
    .putOff(zone: 0, considered: 1, limit: 2), .deferral(zone: 0, order: 1, shift: 2),
    .boost(zone: 0, pages: 2), .busy(at: page, .pinned),
    .drain(zone: 0, cpu: 1, pages: 2), .overflow(zone: 0, pages: 2, high: 3),
    .refill(zone: 0, order: 1, blocks: 2), .claim(start: page, order: 1, free: 2, alike: 3),
    .request(order: 1, highest: .normal, page: page), .failure(order: 1, .exhausted),
    .wakeup(order: 1, zone: 0), .edits(count: 1, scope: .contents),
  ]
}
