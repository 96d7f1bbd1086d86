import Documents
import Scenarios
import Simulation
import Surroundings
import Testing
import Words

@testable import Runs

@Suite("Steps of events, and what a report says became of a run")
struct EventStepTests {
  @Test(
    "An event belongs to the step that says what it traces, counted from 1",
    arguments: ["two-scanners", "two-scanners-percpu"])
  func steps(scenario: String) throws {
    let recipe = try ContentFolder(path: Repository.root).recipe(for: .source(scenario))
    let (memory, run) = recipe.start()
    let recording = run.record(on: memory)
    var rules: [Rule] = [.none]
    recording.visitSteps(scale: memory.scale) { _, rule, _ in
      rules.append(rule)
      return true
    }
    let said: [String: Set<Rule>] = [
      "mm_compaction_begin": [.runBegins], "mm_compaction_end": [.runEnds],
      "mm_compaction_isolate_migratepages": [.batchIsFull, .blockIsScanned],
      "mm_compaction_isolate_freepages": [.freeScanEnds],
      "mm_compaction_finished": [.finishContinues, .scannersMet],
    ]
    var seen: Set<String> = []
    for event in recording.events {
      let name = ListedEvent(event, version: run.version).event.name
      guard let expected = said[name] else { continue }
      seen.insert(name)
      #expect(expected.contains(rules[event.step]), "\(name) at step \(event.step)")
    }
    #expect(seen == Set(said.keys))
    #expect(recording.events.first?.step == 1)
  }

  private func report(order: Int, count: Int) throws -> RunReport {
    let scenario = try Scenario(
      Document.parse(
        """
        title: Requests
        scale: teaching
        per-cpu lists: off
        zones:
          - {name: Normal, ranges: [0x1000-0x107f], watermarks: {min: 4, low: 5, high: 6}}
        fill:
          - {kind: kernel, at: 0x1000-0x103f}
        run: {trigger: allocations, order: \(order), count: \(count)}
        """, file: "requests.yaml"))
    return RunReport(of: RunRecipe(target: .source("requests.yaml"), source: scenario))
  }

  @Test("Where nothing had to be compacted a report says what became of the requests")
  func requests() throws {
    let served = try report(order: 2, count: 3)
    #expect(served.result == "served")
    #expect(served.requests.served == 3 && served.requests.failed == 0)
    let words = try Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))
    #expect(served.text(words).hasPrefix("Requests, as Linux 6.12: 3 of 3 requests served\n"))
    let short = try report(order: 5, count: 4)
    #expect(short.requests.served + short.requests.failed == 4 && short.requests.failed > 0)
    #expect(!short.text(words).contains("skipped\n\n"))
  }
}
