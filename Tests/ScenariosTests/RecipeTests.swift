import Documents
import Scenarios
import Simulation
import Testing

@Suite("Recipes that age a board")
struct RecipeTests {
  /// Free pages in blocks of a pageblock or more.
  private func inWholePageblocks(_ memory: Memory) -> Int {
    let orders = memory.scale.pageblockOrder...memory.scale.maxOrder
    return memory.zones.reduce(0) { sum, zone in
      sum + orders.reduce(0) { $0 + memory.freeBlocks(zone: zone.index, order: $1) << $1 }
    }
  }

  /// Pageblocks in which nothing but free pages and pages that can move lie.
  private func movablePageblocks(_ memory: Memory) -> Int {
    let size = 1 << memory.scale.pageblockOrder
    return memory.layout.zones.flatMap(\.ranges).reduce(0) { sum, range in
      let first = (range.lowerBound + size - 1) / size * size
      let starts = stride(from: first, through: range.upperBound + 1 - size, by: size)
      return sum
        + starts.count {
          let pages = PageblockSummary(of: memory, at: $0)
          return pages.cannotMove + pages.reserved == 0
        }
    }
  }

  private func compacted(_ recipe: String) throws -> (
    free: Int, before: Int, after: Int, moved: Int, movable: Int
  ) {
    let (memory, run) = try library.board(named: "rock-5b-plus-4g", agedBy: recipe).start()
    try memory.checkInvariants()
    let (before, movable) = (inWholePageblocks(memory), movablePageblocks(memory))
    let free = memory.zones.reduce(0) { $0 + memory[.zone($1.index, .freePages)] }
    run.simulate(on: memory)
    return (free, before, inWholePageblocks(memory), memory[.vmstat(.pgmigrateSuccess)], movable)
  }

  @Test("Where programs came and went, compaction makes whole pageblocks of most of what is free")
  func wins() throws {
    let run = try compacted("programs-come-and-gone")
    #expect(run.before < run.free / 100)
    #expect(run.after > run.free / 2)
  }

  @Test("Where kernel pages lie everywhere, compaction moves as many and hardly a pageblock comes free")
  func fails() throws {
    let run = try compacted("kernel-pages-everywhere")
    #expect(run.moved > 10_000)
    #expect(run.after < run.free / 20)
    // That is the reason: hardly one holds nothing but what can move.
    #expect(run.movable < 20)
  }

  @Test("A recipe by another name than a board's own is said in the title of the run")
  func titles() throws {
    let board = try library.board(named: "rock-5b-plus-8g")
    let other = try library.board(named: "rock-5b-plus-8g", agedBy: "kernel-pages-everywhere")
    #expect(other.title == "\(board.title), \(other.recipe.title)")
    #expect(other.layout == board.layout)
    #expect(try library.board(named: "rock-5b-plus-8g", agedBy: "desktop-two-days") == board)
    #expect(library.recipeNames.contains("desktop-two-days"))
  }

  @Test("What was not measured says so", arguments: ["programs-come-and-gone", "kernel-pages-everywhere"])
  func labels(name: String) throws {
    #expect(try library.recipe(named: name).title.hasSuffix("(typical, not measured)"))
  }

  @Test("A recipe that is not there is refused with those that are")
  func unknown() {
    #expect {
      try library.board(named: "rock-5b-plus-8g", agedBy: "desktop-three-days")
    } throws: {
      "\($0)".contains("desktop-two-days")
    }
  }
}
