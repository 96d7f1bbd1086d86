import Foundation
import Lessons
import Runs
import Scenarios
import Simulation
import Stage
import Surroundings
import Testing

@testable import Lab

@Suite("The program without a window")
struct LaboratoryTests {
  @Test("A lesson opens before its first step, with its stops in their places")
  func opensLesson() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("two-scanners-converge"))
    let run = try #require(laboratory.state.run)
    let lesson = try #require(laboratory.content.folder.lesson(named: "two-scanners-converge") as Lesson?)
    #expect(run.step == 0)
    #expect(run.isComplete)
    #expect(run.learning.stops.count == lesson.stops.count)
    #expect(run.learning.stops == run.learning.stops.sorted())
    #expect(run.learning.stops.last == run.steps)
  }

  @Test("Keys go through the run and come back to the same picture")
  func stepsAndBack() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    let start = laboratory.scene()
    for _ in 0..<40 { laboratory.handle(.key(.right, [], isRepeat: false)) }
    #expect(laboratory.state.run?.step == 40)
    #expect(laboratory.scene() != start)
    for _ in 0..<40 { laboratory.handle(.key(.left, [], isRepeat: true)) }
    #expect(laboratory.scene() == start)
    laboratory.handle(.key(.end, [], isRepeat: false))
    #expect(laboratory.state.run?.isAtEnd == true)
    laboratory.handle(.key(.home, [], isRepeat: false))
    #expect(laboratory.scene() == start)
  }

  @Test("A run that is closed is freed, its memory with it")
  func frees() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    weak var playhead: Playhead?
    playhead = laboratory.session?.playhead
    #expect(playhead != nil)
    laboratory.handle(.key(.escape, [], isRepeat: false))
    #expect(laboratory.state.run == nil)
    #expect(comesTrue { playhead == nil })
  }

  @Test("PageDown goes from stop to stop and shows what the lesson says there")
  func stops() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    let lesson = try laboratory.content.folder.lesson(named: "4")
    for stop in lesson.stops.dropFirst() {
      laboratory.handle(.key(.pageDown, [], isRepeat: false))
      laboratory.arrive()
      #expect(laboratory.scene().explanation?.heading == stop.title)
      #expect(laboratory.scene().explanation?.voice == .lesson)
    }
    #expect(laboratory.state.run?.isAtEnd == true)
  }

  @Test("A stop points at what it speaks of, and nothing is pointed at between stops")
  func pointing() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    #expect(laboratory.scene().pointedAt == .freeBlocks)
    laboratory.send(.stepping(.stepped(.page)))
    #expect(laboratory.scene().pointedAt == nil)
    laboratory.send(.stepping(.wentToEnd))
    #expect(laboratory.scene().pointedAt == .freeBlocks)
  }

  @Test("Every step of a lesson says what happened and because of what, in words")
  func everyStepIsExplained() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners-percpu"))
    let steps = try #require(laboratory.state.run?.steps)
    for _ in 0..<steps {
      laboratory.send(.stepping(.stepped(.page)))
      let explanation = try #require(laboratory.scene().explanation)
      let said = explanation.heading + explanation.text + explanation.because
      #expect(!explanation.heading.isEmpty && !explanation.because.isEmpty)
      #expect(!said.contains("{") && !said.contains("rule."), "\(said)")
    }
  }

  @Test("The pages on the map are the zone's, each once, at every step")
  func mapIsWhole() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    let steps = try #require(laboratory.state.run?.steps)
    for step in stride(from: 0, through: steps, by: 7) {
      laboratory.send(.stepping(.pickedStep(step)))
      guard case .pages(let map) = laboratory.scene().map else {
        Issue.record("a teaching zone is shown page by page")
        return
      }
      var next = map.range.lowerBound
      for run in map.runs {
        #expect(run.start == next)
        next += run.count
      }
      #expect(next == map.range.upperBound)
    }
  }

  @Test("A page keeps its number from the moment it is isolated until it has moved")
  func numbersStay() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    var numbers: [Pfn: Int] = [:]
    for _ in 0..<200 {
      laboratory.send(.stepping(.stepped(.page)))
      guard case .pages(let map) = laboratory.scene().map else { return }
      var now: [Pfn: Int] = [:]
      for run in map.runs { if case .source(let number) = run.look { now[run.start] = number } }
      for (pfn, number) in now { #expect(numbers[pfn] == nil || numbers[pfn] == number) }
      #expect(Set(now.values).count == now.count)
      numbers = now
    }
  }

  @Test("Counters say what this step added, whichever way it was reached")
  func counters() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    var total = [Int](repeating: 0, count: 5)
    let steps = try #require(laboratory.state.run?.steps)
    for _ in 0..<steps {
      laboratory.send(.stepping(.stepped(.page)))
      for (index, counter) in laboratory.scene().counters.enumerated() {
        total[index] += counter.change
        #expect(counter.value == total[index], "\(counter.name)")
      }
    }
    #expect(laboratory.scene().counters.allSatisfy { !$0.isSoFar })
  }

  @Test("The timeline is clicked and dragged, also outside of it")
  func timeline() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    let picture = try #require(try laboratory.nextPicture())
    let rect = try #require(picture.layout[.timeline])
    laboratory.handle(.pointerDown(x: rect.midX, y: rect.midY, button: .left, clicks: 1))
    let steps = try #require(laboratory.state.run?.steps)
    let step = try #require(laboratory.state.run?.step)
    #expect(abs(step - steps / 2) <= 1)
    laboratory.handle(.pointerMoved(x: rect.maxX + 500, y: 3, dragging: true))
    #expect(laboratory.state.run?.isAtEnd == true)
    laboratory.handle(.pointerUp(x: rect.maxX, y: 3, button: .left))
    laboratory.handle(.pointerMoved(x: rect.x, y: rect.midY, dragging: true))
    #expect(laboratory.state.run?.isAtEnd == true)
  }

  @Test("Nothing is drawn anew while nothing changes")
  func idle() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    #expect(try laboratory.nextPicture() != nil)
    #expect(try laboratory.nextPicture() == nil)
    laboratory.receive()
    #expect(try laboratory.nextPicture() == nil)
    laboratory.send(.viewing(.choseTheme(laboratory.state.theme.next)))
    #expect(try laboratory.nextPicture() != nil)
    #expect(laboratory.wait(at: .zero) == nil)
  }

  @Test("A motion ends by itself, and a key pressed meanwhile ends it and does its work")
  func motion() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    _ = try laboratory.nextPicture(at: .zero)
    laboratory.send(.stepping(.stepped(.pageblock)))
    _ = try laboratory.nextPicture(at: .zero)
    laboratory.send(.stepping(.stepped(.pageblock)))
    _ = try laboratory.nextPicture(at: .zero)
    #expect(laboratory.wait(at: .zero) == .zero)
    laboratory.send(.stepping(.stepped(.page)))
    let step = try #require(laboratory.state.run?.step)
    #expect(try laboratory.nextPicture(at: .milliseconds(20)) != nil)
    #expect(try laboratory.nextPicture(at: .milliseconds(10_000)) != nil)
    #expect(try laboratory.nextPicture(at: .milliseconds(10_001)) == nil)
    #expect(laboratory.state.run?.step == step)
    #expect(laboratory.wait(at: .milliseconds(10_001)) == nil)
  }

  @Test("The menu opens what it shows, Esc comes back to it, and what can't be opened says why")
  func menu() throws {
    let laboratory = try Fixtures.laboratory()
    #expect(laboratory.state.menu.contains { $0.opens == .run(.source("rock-5b-plus-8g")) })
    #expect(laboratory.state.menu.first?.section == .card)
    laboratory.handle(.key(.enter, [], isRepeat: false))
    #expect(laboratory.state.run.map { .run($0.target) } == laboratory.state.menu.first?.opens)
    laboratory.handle(.key(.escape, [], isRepeat: false))
    #expect(laboratory.state.run == nil)
    laboratory.send(
      .opening(.listed([MenuEntry(section: .boards, name: "Gone", detail: "", opens: .run(.source("gone")))]))
    )
    laboratory.send(.opening(.openedChosen))
    #expect(laboratory.state.message?.contains("gone") == true)
    #expect(laboratory.scene().message == laboratory.state.message)
  }

  @Test("A theme that can't be read is said to be so, and the last one stays")
  func brokenTheme() throws {
    let folder = try TemporaryFolder()
    for file in ["Assets/Strings/en.yaml", "Assets/Themes/dark.yaml"] {
      try folder.write(file, String(contentsOfFile: "\(Repository.root)/\(file)", encoding: .utf8))
    }
    let laboratory = Laboratory(content: try Content(root: folder.path), glyphs: BlockGlyphs(), wake: {})
    laboratory.openMenu()
    #expect(try laboratory.nextPicture() != nil)
    laboratory.send(.viewing(.choseTheme(laboratory.state.theme.next)))
    _ = try laboratory.nextPicture()
    #expect(laboratory.state.theme == .dark)
    #expect(laboratory.state.message?.contains("light.yaml") == true)
    #expect(try laboratory.nextPicture() != nil)
  }

  @Test("A run says what sets it off, and gives the reason that it has")
  func triggers() throws {
    let manual = try Fixtures.laboratory(opening: .source("two-scanners"))
    #expect(manual.scene().title.facts[0].contains("manual run"))
    #expect(manual.scene().verdict?.weighed == .nothing)
    manual.send(.stepping(.stepped(.page)))
    #expect(manual.scene().explanation?.because.contains("whole zone") == true)
    let folder = try TemporaryFolder()
    let text = try String(
      contentsOfFile: "\(Repository.root)/Lessons/Scenarios/two-scanners.yaml", encoding: .utf8)
    let file = try folder.write(
      "woken.yaml",
      text.replacing("run: {trigger: compact_memory}", with: "run: {trigger: kcompactd, order: 4}"))
    let woken = try Fixtures.laboratory(opening: .source(file))
    #expect(woken.scene().title.facts[0].contains("kcompactd, for order 4"))
    let outlook = try #require(woken.scene().verdict?.weighed.outlook)
    #expect(outlook.answer == .runs && outlook.mark == 5 && outlook.gap == 32 && outlook.isCostly)
    #expect(try #require(outlook.fragmentationIndex) > 500 && outlook.threshold == 500)
    woken.send(.stepping(.wentToEnd))
    #expect(woken.scene().verdict?.weighed.outlook?.answer == .notNeeded, "it has made such a block")
  }

  @Test("Before a run in advance the scores are weighed, and on the way what is left of the zone's")
  func proactiveVerdict() throws {
    let folder = try TemporaryFolder()
    let text = try String(
      contentsOfFile: "\(Repository.root)/Lessons/Scenarios/two-scanners.yaml", encoding: .utf8)
    let file = try folder.write(
      "advance.yaml", text.replacing("run: {trigger: compact_memory}", with: "run: {trigger: proactive}"))
    let laboratory = try Fixtures.laboratory(opening: .source(file))
    func scores() throws -> (outlook: ProactiveOutlook, isRunning: Bool) {
      let weighed = laboratory.scene().verdict?.weighed
      guard case .scores(let outlook, let isRunning) = weighed else {
        throw UnexpectedVerdict(weighed: weighed)
      }
      return (outlook, isRunning)
    }
    let before = try scores()
    #expect(before.outlook.begins && !before.isRunning)
    #expect((before.outlook.low, before.outlook.high) == (80, 90))
    let begin = try #require(laboratory.session?.playhead?.find(.rule(.runBegins), forward: true))
    laboratory.send(.stepping(.pickedStep(begin)))
    #expect(try scores().isRunning)
    laboratory.send(.stepping(.wentToEnd))
    let after = try scores()
    #expect(!after.isRunning && after.outlook.nodeScore < before.outlook.nodeScore)
  }

  private struct UnexpectedVerdict: Error { let weighed: Verdict.Weighed? }

  @Test("Narration says each step in one line, and the stops of a lesson")
  func narration() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .lesson("4")) { lines.append($0) }
    let steps = try #require(laboratory.state.run?.steps)
    lines.removeAll()
    laboratory.handle(.key(.right, [], isRepeat: false))
    laboratory.handle(.key(.pageDown, [], isRepeat: false))
    laboratory.arrive()
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("step 1 of \(steps): A run of zone Normal begins."))
    #expect(lines[1].contains("One climbs and collects. The migrate scanner starts at the low end"))
    #expect(lines.allSatisfy { !$0.contains("\n") })
  }

  @Test("Whatever is chosen in a sheet or list, or comes under the inspector, is said in one line")
  func narrationOfChoices() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .lesson("4")) { lines.append($0) }
    _ = try laboratory.nextPicture()
    func said(_ key: Key, _ modifiers: Modifiers = []) throws -> String {
      lines.removeAll()
      laboratory.handle(.key(key, modifiers, isRepeat: false))
      _ = try laboratory.nextPicture()
      #expect(lines.count == 1 && !lines.contains { $0.contains("\n") }, "\(key): \(lines)")
      return lines.last ?? ""
    }
    #expect(try said(.function(1)) == "→   ., step")
    #expect(try said(.down) == "Shift →, pageblock")
    laboratory.send(.closedTopmost)
    #expect(try said(.function(1), .shift).contains("balance_pgdat"))
    laboratory.send(.closedTopmost)
    #expect(try said(.function(2)) == "Theme, dark")
    #expect(try said(.right) == "Theme, light")
    laboratory.send(.closedTopmost)
    #expect(try said(.character("o")).contains("Free, but in pieces"))
    laboratory.send(.closedTopmost)
    #expect(try said(.character("d")).contains("mm_compaction_begin"))
    #expect(try said(.down).contains("mm_compaction_finished"))
    laboratory.send(.closedTopmost)
    #expect(try said(.tab).hasPrefix("Page 0x"))
    #expect(try said(.right).contains("holds: "))
    #expect(try said(.enter).contains("address"))
    laboratory.send(.finding(.looksFor(.rule(.captureTaken))))
    #expect(try said(.function(3)).hasPrefix("Not after this step"))
    laboratory.send(.closedTopmost)
    laboratory.send(.closedTopmost)
    laboratory.send(.editing(.began))
    #expect(!(try said(.character("f")).isEmpty))
    laboratory.handle(.key(.tab, [], isRepeat: false))
    #expect(try said(.down).contains(", "))
  }

  @Test("A run that plays faster than one can listen is silent until it stops")
  func fastNarration() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners")) { lines.append($0) }
    lines.removeAll()
    laboratory.send(.stepping(.toggledPlaying))
    laboratory.send(.stepping(.playedOn(steps: 1)))
    laboratory.send(.stepping(.playedOn(steps: 20)))
    laboratory.send(.stepping(.playedOn(steps: 20)))
    #expect(lines.count == 1)
    laboratory.send(.stepping(.toggledPlaying))
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("step 41 ") == true)
  }

  @Test("The full board is shown by its pageblocks, with the lens on one, while it is still recorded")
  func board() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    while laboratory.state.run?.steps == 0 { laboratory.receive() }
    laboratory.send(.stepping(.stepped(.page)))
    let scene = laboratory.scene()
    guard case .board(let map) = scene.map else {
      Issue.record("a board is shown by its pageblocks")
      return
    }
    #expect(map.summaries.reduce(0) { $0 + Int($1.present) } == map.zones.reduce(0) { $0 + $1.present })
    #expect(scene.lens != nil)
    laboratory.send(.inspecting(.pointed(at: 0x10000, wholePageblock: false)))
    #expect(laboratory.scene().lens?.start == 0x10000)
  }

  @Test("The board's cells stay right when only what was touched is counted again")
  func boardStaysRight() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("rock-5b-plus-4g"))
    let steps = try #require(laboratory.state.run?.steps)
    for goal in [steps / 3, steps / 2, steps / 2 + 1, steps / 4, steps, 17] {
      laboratory.send(.stepping(.pickedStep(goal)))
      _ = laboratory.scene()
    }
    let fresh = try Fixtures.laboratory(opening: .source("rock-5b-plus-4g"))
    fresh.send(.stepping(.pickedStep(17)))
    #expect(fresh.scene().map == laboratory.scene().map)
  }
}

extension Verdict.Weighed {
  fileprivate var outlook: CompactionOutlook? { if case .block(let outlook) = self { outlook } else { nil } }
}
