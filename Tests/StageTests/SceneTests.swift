import Canvas
import Simulation
import Testing

@testable import Stage

/// A zone of 64 pages at teaching scale: a kernel page, a pinned one, a reserved one and ten that can
/// move, the rest free.
/// - Parameter kernelPages: more pages that stay where they are.
private func smallMemory(kernelPages: [Pfn] = []) -> Memory {
  let zone = ZoneLayout(
    name: .normal, ranges: [0x1000...0x103f], watermarks: Watermarks(min: 4, low: 5, high: 6))
  let memory = Memory(layout: MachineLayout(scale: .teaching, zones: [zone]))
  for pfn in [0x1000] + kernelPages { memory.place(.kernel, at: pfn) }
  memory.place(.anonymous, [.lru, .pinned], at: 0x1001)
  memory.place(.reserved, at: 0x1002)
  for pfn in 0x1005..<0x100f { memory.place(.anonymous, .lru, at: pfn) }
  memory.freeRemainingPages()
  return memory
}

@Suite("Where the scanners are")
struct ScannerPositionTests {
  @Test("They are in the zone, the one never past the other by more than a pageblock, at every step")
  func everyStep() {
    let memory = smallMemory()
    let copy = Memory(copying: memory)
    let recording = Run(version: .v6_12, trigger: .compactMemory).record(on: copy)
    let playhead = Playhead(memory: memory, recording: recording)
    #expect(ScannerPosition.migrate(in: memory, after: playhead.facts) == nil)
    #expect(ScannerPosition.free(in: memory, after: playhead.facts) == nil)
    while playhead.forward() {
      guard let migrate = ScannerPosition.migrate(in: memory, after: playhead.facts),
        let free = ScannerPosition.free(in: memory, after: playhead.facts)
      else {
        Issue.record("no scanner at step \(playhead.step)")
        return
      }
      for position in [migrate, free] {
        #expect((0x1000..<0x1040).contains(position.pageblock), "step \(playhead.step)")
        #expect(position.pfn >= position.pageblock && position.pfn <= position.pageblock + 16)
      }
      #expect(migrate.pageblock <= free.pageblock + 16)
    }
  }
}

@Suite("What a step is about")
struct StepSubjectTests {
  @Test(
    "A move is about the page's new frame, a merge about the whole block, a test of the end about no page")
  func subjects() {
    let memory = smallMemory(kernelPages: [0x1030, 0x1038])
    let recording = Run(version: .v6_12, trigger: .compactMemory).record(on: Memory(copying: memory))
    let playhead = Playhead(memory: memory, recording: recording)
    var rules: Set<Rule> = []
    while playhead.forward(), let facts = playhead.facts {
      rules.insert(facts.rule)
      switch facts.rule {
      case .movesPage: #expect(facts.subject.map { memory.frame(at: $0).kind } == .anonymous)
      case .mergesBlock: #expect(facts.subject.map { memory.frame(at: $0).place } == .buddy)
      case .finishContinues, .scannersMet, .runBegins, .runEnds: #expect(facts.subject == nil)
      default: break
      }
    }
    #expect(rules.isSuperset(of: [.movesPage, .mergesBlock, .scannersMet]))
  }

  @Test("The block that a step is about is ringed as a whole")
  func ring() throws {
    var scene = Samples.lesson()
    guard case .pages(var map) = scene.map else { return }
    map.subject = Samples.firstPfn + 33
    scene.map = .pages(map)
    let theme = try ThemeFiles.theme("dark")
    let list = try Samples.stage().picture(
      of: scene, theme: theme, width: 1280, height: 720
    ).list
    let rings = list.items.compactMap { item -> Rect? in
      if case .stroke(let rect, _, _, theme.ring, _) = item { rect } else { nil }
    }
    // A free block of order 5 fills its row of two pageblocks.
    #expect(rings.count { $0.width > 500 } == 1)
  }
}
