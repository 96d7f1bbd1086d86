import Documents
import Scenarios
import Simulation
import Surroundings
import Testing
import Words

@testable import Runs

@Suite("The steps of a run, chosen by words")
struct StepFilterTests {
  private static let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  private func playhead(_ scenario: String, _ trigger: Trigger?) throws -> (Playhead, KernelVersion) {
    let recipe = try ContentFolder(path: Repository.root).recipe(for: .source(scenario))
    var (memory, run) = recipe.start()
    if let trigger { run.agenda = Agenda(first: Agenda.Request(version: run.version, trigger: trigger)) }
    run.prepare(memory)
    return (Playhead(memory: memory, recording: run.record(on: memory.copy())), run.version)
  }

  @Test(
    "A list keeps exactly the steps that have each typed word in what is said of them or traced there",
    arguments: [
      ("two-scanners", nil), ("two-scanners-percpu", nil), ("two-scanners", Trigger.allocations(3, order: 4)),
    ] as [(String, Trigger?)])
  func exact(scenario: String, trigger: Trigger?) throws {
    let (playhead, version) = try playhead(scenario, trigger)
    var all: [(text: String, traced: String)] = []
    let list = StepList(playhead.recording, version: version, words: Self.words)
    for row in 0..<list.count {
      var looked = list
      looked.look(around: row, playhead)
      let line = try #require(looked[row])
      let said = [line.said.what, line.said.how, line.said.because].joined(separator: " ")
      all.append(
        (
          said.lowercased().replacing("’", with: "'"),
          line.traced.map { "\($0.event.name) \($0.task.listedName)" }.joined(separator: " ")
        ))
    }
    for typed in [
      "merge", "Merge order", "pinned", "isolate_free", "kcompactd", "normal", "success", "pages", "page",
      "can't",
      "movable", "scanners met", "a block of order", "watermark", "ran dry",
    ] {
      var filtered = list
      filtered.filter(typed, playhead)
      let wanted = typed.lowercased().split(separator: " ")
      let expected = all.indices.filter { index in
        wanted.allSatisfy { all[index].text.contains($0) || all[index].traced.contains($0) }
      }
      #expect((0..<filtered.count).map { filtered.step(ofRow: $0) - 1 } == expected, "\(typed)")
      // Where a board has too many to be read none that matches is missing.
      filtered.filter(typed, playhead, readingAtMost: 0)
      #expect(Set(expected).isSubset(of: (0..<filtered.count).map { filtered.step(ofRow: $0) - 1 }))
    }
    #expect(all.contains { $0.text.contains("watermark") } == (trigger != nil))
  }

  @Test(
    "A number is the step of that number, 0x… a page that is spoken of or in a range that the kernel traces")
  func numbers() throws {
    let (playhead, version) = try playhead("two-scanners", nil)
    var list = StepList(playhead.recording, version: version, words: Self.words)
    list.filter("41", playhead)
    #expect(list.count == 1 && list.step(ofRow: 0) == 41)
    list.filter("0x100091", playhead)
    #expect(list.count > 2)
    for row in 0..<list.count {
      list.look(around: row, playhead)
      let line = try #require(list[row])
      let isTraced = line.traced.contains { EventColumns($0.event).pages?.contains(0x100091) == true }
      #expect(isTraced || (line.said.what + line.said.how + line.said.because).contains("0x100091"))
    }
    list.filter("900", playhead)
    #expect(list.count == 0)
    list.filter("", playhead)
    #expect(list.count == list.total)
  }

  @Test("Of a row only what can be seen is put into words")
  func lazy() throws {
    let (playhead, version) = try playhead("two-scanners", nil)
    var list = StepList(playhead.recording, version: version, words: Self.words)
    list.look(around: 400, playhead)
    #expect((0..<list.count).count { list[$0] != nil } == list.rows(around: 400).count)
    #expect(list.rows(around: 400).contains(400) && list.rows(around: 400).count <= 128)
  }

  @Test("What is printed for other programs is said of each step in the same words, and each step is there")
  func listing() throws {
    let recipe = try ContentFolder(path: Repository.root).recipe(for: .source("two-scanners"))
    let (playhead, version) = try playhead("two-scanners", nil)
    var list = StepList(playhead.recording, version: version, words: Self.words)
    var text = ""
    EventListing(of: recipe, words: Self.words).write(as: .json) { text += $0 }
    var next = 1
    for line in text.split(separator: "\n") {
      let step = try #require(line.firstMatch(of: /^{"step":(\d+)/).flatMap { Int($0.output.1) })
      #expect(step == next || step == next - 1)
      next = step + 1
      list.look(around: step - 1, playhead)
      let said = try #require(list[step - 1]).said
      #expect(line.contains("\"rule\":\"") && line.hasSuffix("\"said\":\"\(said.line)\"}"))
    }
    #expect(next == list.total + 1)
  }
}
