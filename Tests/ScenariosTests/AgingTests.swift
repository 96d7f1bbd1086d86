import Simulation
import Testing

@testable import Scenarios

@Suite("Ageing")
struct AgingTests {
  @Test("No two free blocks stand side by side that would have merged", arguments: 0..<20)
  func buddies(seed: Int) {
    let layout = MachineLayout(
      scale: .kernel,
      zones: [
        ZoneLayout(
          name: .normal, ranges: [0x1000...0x8fff], watermarks: Watermarks(min: 0, low: 0, high: 0))
      ])
    let recipe = Recipe(
      title: "", seed: seed,
      zones: [
        Recipe.Zone(
          name: .normal, managed: 0x8000, pageblocks: [:],
          free: [.movable: [20, 20, 20, 20, 20, 20, 20, 20, 2, 24, 2]])
      ], pageblockRuns: [:], largestFreeRun: 1, used: [:], pinned: 0)
    let plan = Aging.age(PagePlan(layout: layout), by: recipe)
    for order in 0..<10 {
      let starts = Set(plan.freeBlocks.filter { $0.order == order }.map(\.pfn))
      #expect(starts.allSatisfy { !starts.contains($0 ^ 1 << order) })
    }
    #expect(plan.freeBlocks.count { $0.order == 9 } > 12)
  }
}
