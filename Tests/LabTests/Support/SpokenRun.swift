import Documents
import Runs
import Scenarios
import Stage
import Testing
import Words

@testable import Lab
@testable import Simulation

/// A run that is read sentence by sentence, each beside the state that it speaks of.
final class SpokenRun {
  let playhead: Playhead
  let words: Catalogue
  let name: String
  /// Rules that have fired, and variants that have been said.
  private(set) var rules: Set<Rule> = []
  private(set) var variants: Set<RuleVariant> = []
  private var mistakes: Set<String> = []
  // What the reader remembers of the run.
  var scannedSource: Pfn?
  var scannedTarget: Pfn?
  var taken = 0
  var unmapped = 0
  var asked: Order?
  /// Pages named as busy since a range was asked for.
  var busyPages = 0
  /// Orders that requests are for; empty where nobody says.
  let orders: Set<Order>

  var memory: Memory { playhead.memory }
  var block: Int { memory.scale.pageblockPages }

  /// - Parameter edits: what is changed by hand behind which step.
  init(
    _ source: any RunSource, _ trigger: Trigger? = nil, _ version: KernelVersion, _ words: Catalogue,
    edits: [Int: [Edit]] = [:]
  ) {
    let (memory, planned) = source.start()
    var run = planned
    run.agenda = Agenda(
      first: Agenda.Request(version: version, trigger: trigger ?? planned.agenda.first.trigger))
    run.edits = edits
    orders = Set(run.agenda.requests.compactMap(\.trigger.order))
    run.prepare(memory)
    let recording = run.record(on: Memory(copying: memory))
    playhead = Playhead(memory: memory, recording: recording)
    self.words = words
    name = "\(source.title), \(words.name(of: trigger ?? planned.agenda.first.trigger)), \(version)"
  }

  /// Reads all of it.
  func read() {
    while playhead.forward(), let step = playhead.lastStep {
      rules.insert(step.rule)
      variants.formUnion(step.variants(in: memory))
      let said = StepWords(step, in: memory, words: words)
      checkForm(step, said)
      checkPicture(step)
      checkScans(step, said)
      checkMoves(step, said)
      checkRequests(step, said)
    }
  }

  // MARK: Judging

  func expect(
    _ isTrue: Bool, _ step: Step, _ said: StepWords? = nil, _ why: String = "",
    line: Int = #line
  ) {
    // Once is enough: most steps are of a few kinds.
    if isTrue || !mistakes.insert("\(line) \(step.rule)").inserted { return }
    let text = said.map { "“\($0.what) \($0.how) \($0.because)”" } ?? ""
    Issue.record("line \(line): \(name), step \(playhead.step), \(step.rule): \(why) \(text)")
  }

  /// Whether the numbers of a text are these, in order.
  func numbers(
    _ text: String, _ numbers: [Int], _ step: Step, _ said: StepWords,
    line: Int = #line
  ) {
    expect(
      text.spokenNumbers == numbers, step, said, "\(text.spokenNumbers) instead of \(numbers)", line: line)
  }

  /// Every place is filled, nothing is said of pages that are one, and none is at address 0.
  private func checkForm(_ step: Step, _ said: StepWords) {
    expect(!said.what.isEmpty && !said.because.isEmpty, step, said, "something is not said")
    let isGivenUp = (said.what + said.because).contains("is given up")
    expect(!isGivenUp || memory[.kernel(.signalPending)] == 1, step, said)
    for text in [said.what, said.how, said.because] {
      expect(!text.contains("{") && !text.contains("0x0 "), step, said)
      let padded = " " + text
      expect(!padded.contains(" 1 pages") && !padded.contains(" 1 blocks"), step, said, "plural")
    }
  }

  /// What is drawn free is counted free, and nothing else is.
  private func checkPicture(_ step: Step) {
    guard memory.scale.isTeaching else { return }
    for zone in memory.zones {
      let runs = PageMap.runs(of: memory, in: zone.start..<zone.end, batch: Batch(memory))
      let drawn = runs.reduce(0) { count, run in
        if case .free = run.look { count + run.count } else { count }
      }
      expect(drawn == memory[.zone(zone.index, .freePages)], step, nil, "\(drawn) pages are drawn free")
    }
  }

  // MARK: What is there

  func hasFreeBlock(_ zone: Int, atLeast order: Order) -> Bool {
    (order...memory.scale.maxOrder).contains { memory.freeBlocks(zone: zone, order: $0) > 0 }
  }

  /// The same without blocks of CMA, which not everybody may use.
  func hasBlockToGive(_ zone: Int, atLeast order: Order) -> Bool {
    (order...memory.scale.maxOrder).contains { order in
      [Migratetype.unmovable, .movable, .reclaimable].contains {
        !memory.isEmpty(memory.lists.free(zone: zone, order: order, type: $0))
      }
    }
  }

  func start(_ pfn: Pfn) -> Pfn { pfn / block * block }

  func waiting(_ zone: Int, cpu: Int) -> Int {
    memory[memory.pagesetRegister(zone: zone, cpu: cpu, .count)]
  }
}

extension String {
  /// The whole numbers and page frame numbers that it speaks of, in order; those of names are left out.
  var spokenNumbers: [Int] {
    let text = replacingOccurrences(of: "\u{2009}")
    var numbers: [Int] = []
    for word in text.split(whereSeparator: { " ,:;()".contains($0) }) {
      var word = word
      while let last = word.last, ".’%".contains(last) { word.removeLast() }
      if word.hasPrefix("0x") {
        if let number = Int(word.dropFirst(2), radix: 16) { numbers.append(number) }
      } else if let number = Int(word) {
        numbers.append(number)
      }
    }
    return numbers
  }

  private func replacingOccurrences(of gap: Character) -> String { String(filter { $0 != gap }) }
}
