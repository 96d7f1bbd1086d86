import Lessons
import Runs
import Testing

@testable import Lab
@testable import Simulation

@Suite("What the lessons say at their stops, beside the state")
struct StopTruthTests {
  /// A lesson's run, and its stops in order.
  private final class Told {
    let playhead: Playhead
    let before: Memory
    let lesson: Lesson
    private let steps: [Int?]
    private(set) var text = ""

    init(_ number: Int) throws {
      let recipe = try Fixtures.content().folder.recipe(for: .lesson("\(number)"))
      lesson = try #require(recipe.lesson)
      let (memory, run) = recipe.start()
      before = memory.copy()
      let recording = run.record(on: memory.copy())
      playhead = Playhead(memory: memory, recording: recording)
      steps = lesson.steps(in: recording, scale: memory.scale)
    }

    var memory: Memory { playhead.memory }
    var rule: Rule? { playhead.lastStep?.rule }
    var facts: StepFacts? { playhead.lastStep?.facts }
    var free: Int { memory[.zone(0, .freePages)] }
    var waiting: Int { memory[memory.pagesetRegister(zone: 0, cpu: 0, .count)] }
    var migrate: Pfn { memory[.migratePfn] }
    var pageblock: Int { memory.scale.pageblockPages }

    /// Goes to a stop, from 1, where all of these words are said.
    func stop(_ number: Int, says phrases: String...) throws {
      playhead.seek(to: try #require(steps[number - 1]))
      let stop = lesson.stops[number - 1]
      text = "\(stop.title). \(stop.plainText)"
      for phrase in phrases { #expect(text.contains(phrase), "stop \(number): \(text)") }
    }

    func frame(_ pfn: Pfn) -> Frame { memory.frame(at: pfn) }
    func pages(_ range: Range<Pfn>, _ isTrue: (Frame) -> Bool) -> Int {
      range.count { isTrue(memory.frame(at: $0)) }
    }
    func freePages(inBlocksFrom order: Order, of memory: Memory) -> Int {
      (order...memory.scale.maxOrder).reduce(0) { $0 + memory.freeBlocks(zone: 0, order: $1) << $1 }
    }
    var zone: Range<Pfn> { memory.zones[0].start..<memory.zones[0].end }
    /// The rules of all steps up to here.
    var rulesSoFar: [Rule] {
      var rules: [Rule] = []
      playhead.recording.visitSteps(scale: memory.scale) { step, rule, _ in
        if step <= playhead.step { rules.append(rule) }
        return step < playhead.step
      }
      return rules
    }
  }

  @Test("Lesson 4 says at each stop what is so there")
  func lesson4() throws {
    let told = try Told(4)
    #expect(told.lesson.stops.count == 8)
    try told.stop(1, says: "Two fifths of this zone are free", "one to four pages", "Nobody could get 8")
    #expect((0.38...0.42).contains(Double(told.free) / Double(told.memory.zones[0].layout.present)))
    #expect(told.freePages(inBlocksFrom: 3, of: told.memory) == 0)
    #expect((0...2).allSatisfy { told.memory.freeBlocks(zone: 0, order: $0) > 0 })

    try told.stop(2, says: "starts at the low end", "At four, or where a pageblock ends as it does here")
    #expect(told.memory.scale.clusterMax == 4 && told.migrate.isMultiple(of: told.pageblock))
    guard case .batch(_, let taken, _, .blockEnd) = told.facts else { throw Wrong() }
    #expect(taken == 3 && told.migrate == told.zone.lowerBound + told.pageblock)

    let free = told.free
    try told.stop(3, says: "from the last pageblock, but upward inside of each", "held, not lost")
    guard case .block(let target, let order) = told.facts else { throw Wrong() }
    #expect(target >= told.zone.upperBound - told.pageblock && told.frame(target).place == .isolatedFree)
    #expect(told.free == free - 1 << order)

    try told.stop(4, says: "unmapped, copied and mapped again at its new frame")
    guard case .move(let source, let home) = told.facts else { throw Wrong() }
    #expect(told.rule == .movesPage && told.frame(home).kind == told.before.frame(at: source).kind)

    try told.stop(5, says: "free buddies merge, order by order", "becomes one block of order 4")
    guard case .block(let start, order: 4) = told.facts else { throw Wrong() }
    #expect(told.rule == .mergesBlock && 1 << 4 == told.pageblock && told.frame(start).isBuddy)
    #expect(told.rulesSoFar.dropLast().contains(.mergesBlock))

    try told.stop(6, says: "Somebody holds on to this page", "can’t become one free block")
    guard case .move(let held, _) = told.facts else { throw Wrong() }
    #expect(told.rule == .moveFails && told.frame(held).has(.pinned))
    #expect(told.lesson.stops[5].pointAt == .page(held))

    try told.stop(7, says: "in the same pageblock now", "Below, pages have left; above, pages have arrived")
    guard case .test(let migrate, let above, .complete) = told.facts else { throw Wrong() }
    #expect(migrate / told.pageblock == above / told.pageblock)
    let (low, high) = (told.zone.lowerBound..<migrate, above..<told.zone.upperBound)
    #expect(told.pages(low) { $0.kind.isLRU } < low.count { told.before.frame(at: $0).kind.isLRU })
    #expect(told.pages(high) { $0.kind.isLRU } > high.count { told.before.frame(at: $0).kind.isLRU })

    try told.stop(8, says: "As many pages are free as before", "most of them lie together now")
    #expect(told.free == told.before[.zone(0, .freePages)])
    #expect(told.freePages(inBlocksFrom: 3, of: told.memory) * 2 > told.free)
  }

  private struct Wrong: Error {}

  @Test("Lesson 5 says at each stop what is so there")
  func lesson5() throws {
    let told = try Told(5)
    #expect(told.lesson.stops.count == 9)
    try told.stop(1, says: "the zone of the last lesson", "Each CPU keeps a short list")
    let last = try Told(4)
    #expect(told.zone.allSatisfy { told.frame($0).kind == last.frame($0).kind })
    #expect(told.memory.zones[0].layout.pageset != nil && last.memory.zones[0].layout.pageset == nil)

    try told.stop(2, says: "takes a page off its LRU list")
    guard case .page(let taken) = told.facts else { throw Wrong() }
    #expect(told.before.frame(at: taken).has(.lru) && told.frame(taken).place == .isolatedSource)

    try told.stop(3, says: "becomes a migration entry")
    #expect(told.rule == .unmapsPage)

    try told.stop(4, says: "the frame that the free scanner found", "empty, but still held")
    guard case .move(let source, let home) = told.facts else { throw Wrong() }
    #expect(told.frame(home).kind == told.before.frame(at: source).kind)
    #expect(told.frame(source).kind == .free && told.frame(source).place != .buddy && told.waiting == 0)

    try told.stop(5, says: "The old frame is on this CPU’s list", "nothing merges yet")
    guard case .block(source, order: 0) = told.facts else { throw Wrong() }
    #expect(told.frame(source).place == .perCPU && told.waiting == 1)
    #expect(!told.rulesSoFar.contains(.mergesBlock))

    try told.stop(6, says: "Eight pages were enough: the oldest six are back", "Only there did they merge")
    let rules = told.rulesSoFar
    let overflow = try #require(rules.firstIndex(of: .perCPUOverflows))
    #expect(rules.prefix(overflow).count { $0 == .freesToPerCPU } == 8 && told.waiting == 8 - 6)
    #expect(!rules.prefix(overflow).contains(.mergesBlock) && rules.contains(.mergesBlock))

    try told.stop(7, says: "Somebody holds on to this anonymous page", "The scanner sees that and goes on")
    guard case .look(let passed, _, _) = told.facts else { throw Wrong() }
    #expect(told.rule == .passesPinned && told.frame(passed).kind == .anonymous)
    #expect(told.frame(passed).has(.pinned))

    try told.stop(
      8, says: "A page of a file does not show who holds it", "tried twice in vain: now it goes back")
    guard case .move(let held, _) = told.facts else { throw Wrong() }
    #expect(told.rule == .moveFails && told.frame(held).kind == .file && told.frame(held).has(.pinned))
    #expect(told.rulesSoFar.count { $0 == .moveFails } == 2)
    while told.playhead.forward(), told.rule != .putsBack {}
    #expect(told.facts == .page(held))

    try told.stop(9, says: "four freed pages are still on the CPU’s list", "A manual run never empties it")
    #expect(told.waiting == 4 && told.playhead.step == told.playhead.stepCount)
    #expect(!told.rulesSoFar.contains(.drainsPerCPU))
  }
}
