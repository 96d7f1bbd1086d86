import Simulation
import Testing
import Words

@testable import Lab

@Suite("Words for steps")
struct StepWordsTests {
  /// The keys that a rule's texts may have.
  private func keys(_ rule: Rule) -> [String] {
    (rule.meaning.variants + [nil]).flatMap { variant in
      ["what", "how", "because"].map { StepWords.key(rule, $0, variant) }
    }
  }

  @Test("Every rule has words for what happened and for why, and for each variant")
  func rulesHaveWords() throws {
    let words = try Fixtures.content().words
    for rule in Rule.allCases {
      for part in ["what", "because"] { #expect(words.contains(StepWords.key(rule, part)), "\(rule)") }
      for variant in rule.meaning.variants {
        let keys = ["what", "how", "because"].map { StepWords.key(rule, $0, variant) }
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
    for rule in Rule.allCases {
      let facts = try #require(StepFacts.samples.first { $0.shape == rule.meaning.shape }, "\(rule)")
      let values = StepWords.values(facts, memory, words)
      for key in (keys(rule) + ["mark.\(rule)"]).filter(words.contains) {
        #expect(!words(key, values).contains("{"), "\(key)")
      }
    }
  }
}

extension StepFacts {
  /// One of each shape.
  fileprivate static let samples: [StepFacts] = [
    .nothing, .run(zone: 0, migrate: 1, free: 2), .runEnd(zone: 0, migrate: 1, result: .complete),
    .test(migrate: 1, free: 2, result: .continue), .position(1), .signal(at: 1, byThread: false), .page(1),
    .block(start: 1, order: 2), .pages(at: 1, count: 2), .move(source: 1, target: 2),
    .look(at: 1, ahead: 2, scanned: 3), .pageblock(start: 1), .sourceBlock(at: 1, finishes: false),
    .targetBlock(at: 1, stride: 2), .batch(at: 1, taken: 2, scanned: 3), .search(at: 1, looked: 2),
    .watermark(at: 1, mark: 2), .zone(0), .attempt(zone: 0, order: 1),
    .putOff(zone: 0, considered: 1, limit: 2), .deferral(zone: 0, order: 1, shift: 2),
    .drain(zone: 0, cpu: 1, pages: 2), .request(order: 1, page: 2), .wakeup(order: 1),
    .edits(count: 1, scope: .contents),
  ]
}
