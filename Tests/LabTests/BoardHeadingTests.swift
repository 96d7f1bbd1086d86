import Canvas
import Runs
import Stage
import Testing
import Words

@testable import Lab
@testable import Simulation

@Suite("What is said above a board’s zones")
struct BoardHeadingTests {
  @Test(
    "A zone’s heading says in how many of its pageblocks a page lies that can’t move, and what share is free",
    arguments: ["desktop-two-days", "kernel-pages-everywhere"])
  func stuck(recipe: String) throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(
      try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g", recipe: recipe)))
    laboratory.waitForBeginning()
    laboratory.send(.viewing(.resized(width: 2560, height: 1440)))
    let picture = try #require(try laboratory.nextPicture())
    let said = picture.list.items.compactMap { if case .text(let run) = $0 { run.text } else { nil } }
    let memory = try #require(laboratory.memory)
    for zone in memory.zones {
      let blocks = stride(from: zone.start, to: zone.end, by: memory.scale.pageblockPages)
      let stuck = blocks.count { start in
        (start..<min(start + memory.scale.pageblockPages, zone.end)).contains { pfn in
          let frame = memory.frame(at: pfn)
          return frame.has(.pinned)
            || [.kernel, .slab, .pageTable, .hugetlb, .reserved].contains(frame.kind)
        }
      }
      let count = (zone.layout.present + 511) / 512
      let text = laboratory.content.words(
        "board.zone-stuck",
        [
          "size": .bytes(zone.layout.present * 4096), "count": .number(count), "stuck": .number(stuck),
          "free": .share(Double(memory[.zone(zone.index, .freePages)]) / Double(zone.layout.present)),
        ])
      #expect(stuck > 0 && stuck <= count)
      #expect(said.contains(text), "\(text) is not among \(said.filter { $0.contains("pageblocks") })")
    }
  }
}
