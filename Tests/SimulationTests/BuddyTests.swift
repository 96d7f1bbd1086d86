import Testing

@testable import Simulation

/// Model 12.4.
@Suite("The buddy allocator")
struct BuddyTests {
  /// Every page is kernel memory but those named, which are free and on no list.
  private func kernel(free: [Range<Pfn>], _ version: KernelVersion = .v6_12) -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(version)
    for pfn in 0x1000..<0x3000 where !free.contains(where: { $0.contains(pfn) }) {
      kernel.memory.place(.kernel, at: pfn)
    }
    return kernel
  }

  private func list(_ kernel: Kernel<TraceRecorder>, _ order: Order, _ type: Migratetype = .movable)
    -> [Pfn]
  {
    kernel.memory.freeList(zone: 0, order: order, type: type)
  }

  @Test("Freed pages merge with their buddies, and wait at the tail where a merge is likely")
  func merging() {
    let kernel = kernel(free: [0x1004..<0x1008, 0x1101..<0x1102])
    let zone = kernel.memory.zones[0]
    func free(_ pfn: Pfn) { kernel.freeToBuddy(pfn, order: 0, zone: zone, type: .movable) }
    free(0x1101)
    free(0x1004)
    #expect(list(kernel, 0) == [0x1004, 0x1101])
    free(0x1005)
    #expect(list(kernel, 0) == [0x1101])
    #expect(list(kernel, 1) == [0x1004])
    free(0x1006)
    #expect(list(kernel, 0) == [0x1101, 0x1006])
    free(0x1007)
    #expect(list(kernel, 0) == [0x1101])
    #expect(list(kernel, 1) == [])
    #expect(list(kernel, 2) == [0x1004])
  }

  @Test("Only its true buddy joins a block")
  func trueBuddy() {
    let kernel = kernel(free: [0x1001..<0x1003])
    let zone = kernel.memory.zones[0]
    kernel.freeToBuddy(0x1001, order: 0, zone: zone, type: .movable)
    kernel.freeToBuddy(0x1002, order: 0, zone: zone, type: .movable)
    #expect(list(kernel, 0) == [0x1002, 0x1001])
    #expect(list(kernel, 1) == [])
  }

  private func request(_ type: Migratetype, order: Order = 0) -> AllocationRequest {
    AllocationRequest(order: order, gfp: type == .movable ? .highUserMovable : .kernel, version: .v6_12)
  }

  @Test("Taking a page from a larger block leaves the upper halves")
  func splitting() {
    let kernel = kernel(free: [0x1008..<0x1010])
    kernel.memory.addFreeBlock(at: 0x1008, order: 3, type: .movable)
    let page = kernel.takeFromBuddy(kernel.memory.zones[0], order: 0, request: request(.movable))
    #expect(page == 0x1008)
    #expect([list(kernel, 0), list(kernel, 1), list(kernel, 2)] == [[0x1009], [0x100a], [0x100c]])
  }

  @Test(
    "A pageblock changes its type when half of it would suit the request",
    arguments: [(200, 200, true), (100, 350, false)])
  func claiming(free: Int, lru: Int, claimed: Bool) {
    let kernel = kernel(free: [0x1000..<0x1000 + free])
    let memory = kernel.memory
    for pfn in 0x1000..<0x1000 + free { memory.place(.free, at: pfn) }
    var pfn = 0x1000
    while pfn < 0x1000 + free {
      let order = min(7, (0x1000 + free - pfn).bitWidth - 1 - (0x1000 + free - pfn).leadingZeroBitCount)
      let fits = min(order, pfn.trailingZeroBitCount)
      memory.addFreeBlock(at: pfn, order: fits, type: .movable)
      pfn += 1 << fits
    }
    for pfn in 0x1000 + free..<0x1000 + free + lru { memory.place(.anonymous, .lru, at: pfn) }
    #expect(kernel.takeFromBuddy(memory.zones[0], order: 0, request: request(.unmovable)) != nil)
    #expect((memory.migratetype(ofPageblockAt: 0x1000) == .unmovable) == claimed)
  }

  @Test("A movable request takes the largest foreign block worth claiming, else the smallest")
  func fallback() {
    func taken(_ orders: [Order]) -> Pfn? {
      let places = orders.enumerated().map { (0x1000 + $0.offset * 0x80, $0.element) }
      let kernel = kernel(free: places.map { $0.0..<$0.0 + 1 << $0.1 })
      kernel.memory.setMigratetype(.unmovable, ofPageblockAt: 0x1000)
      for (pfn, order) in places { kernel.memory.addFreeBlock(at: pfn, order: order, type: .unmovable) }
      return kernel.takeFromBuddy(kernel.memory.zones[0], order: 0, request: request(.movable))
    }
    #expect(taken([2, 6]) == 0x1080)
    #expect(taken([2, 3]) == 0x1000)
  }

  @Test("Only some requests may claim a whole pageblock")
  func canSteal() {
    let kernel = Board.kernel(.v6_12)
    #expect(!kernel.canSteal(order: 3, type: .movable))
    #expect(kernel.canSteal(order: 4, type: .movable))
    #expect(kernel.canSteal(order: 0, type: .unmovable))
    #expect(kernel.canSteal(order: 0, type: .reclaimable))
  }

  @Test(
    "The HighAtomic reserve is a hundredth of the zone, none where that is no pageblock",
    arguments: zip([3_050_000, 40_000], [30720, 0]))
  func highAtomic(managed: Int, pages: Int) {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...0x1000 + 64 * 512 - 1], managed: managed,
            watermarks: Watermarks(min: 0, low: 0, high: 0))
        ]))
    let kernel = Kernel(memory: memory, version: .v6_12, recorder: NoRecorder())
    for block in 0..<64 {
      kernel.reserveHighAtomic(0x1000 + block * 512, zone: memory.zones[0])
    }
    #expect(memory[.zone(0, .reservedHighAtomic)] == pages)
  }
}
