import Simulation
import Stage
import Testing

@testable import Lab

@Suite("Free pages on per-CPU lists")
struct CPUListTests {
  @Test(
    "A pageblock says how many of its free pages no free block holds, beside the map and in the inspector")
  func pageblocks() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners-percpu"))
    laboratory.send(.stepping(.wentToEnd))
    let memory = try #require(laboratory.memory)
    let words = laboratory.content.words
    let zone = memory.zones[0]
    var listed = 0
    for block in stride(from: zone.start, to: zone.end, by: memory.scale.pageblockPages) {
      let lens = try #require(Lens(memory, at: block))
      listed += lens.pagesOnCPULists
      let lines = FactLines(memory: memory, words: words).pageblock(at: block)
      let fact = Inspector.Line.fact(
        name: words("inspector.on-cpu-lists"), value: "\(lens.pagesOnCPULists)")
      #expect(lines.contains(fact) == (lens.pagesOnCPULists > 0))
    }
    #expect(listed == memory[memory.pagesetRegister(zone: 0, cpu: 0, .count)] && listed > 0)
  }
}
