import Testing

@testable import Simulation

/// Model 2.1, 2.3 and 2.5: whose free blocks a request gets.
@Suite("Falling back")
struct FallbackTests {
  /// Every page is kernel memory but the blocks named, which are free.
  private func kernel(
    _ version: KernelVersion = .v6_12, free: [(pfn: Pfn, order: Order, type: Migratetype)],
    pageblocks: [Pfn: Migratetype] = [:]
  ) -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(version)
    let memory = kernel.memory
    for pfn in 0x1000..<0x3000 where !free.contains(where: { $0.pfn..<$0.pfn + $0.order.pages ~= pfn }) {
      memory.place(.kernel, at: pfn)
    }
    for (pfn, type) in pageblocks { memory.setMigratetype(type, ofPageblockAt: pfn) }
    for block in free { memory.addFreeBlock(at: block.pfn, order: block.order, type: block.type) }
    return kernel
  }

  private func request(_ type: Migratetype) -> AllocationRequest {
    AllocationRequest(order: 0, gfp: type == .movable ? .highUserMovable : .kernel, version: .v6_12)
  }

  @Test(
    "Whole pageblocks merge with those of a type that merges with theirs, and with their own",
    arguments: [(Migratetype.unmovable, true), (.movable, true), (.cma, false), (.isolate, false)])
  func merging(buddy: Migratetype, merges: Bool) {
    let kernel = kernel(free: [(0x1200, 9, buddy)], pageblocks: [0x1200: buddy])
    for pfn in 0x1000..<0x1200 { kernel.memory.place(.free, at: pfn) }
    kernel.freeToBuddy(0x1000, order: 9, zone: kernel.memory.zones[0], type: .movable)
    #expect(kernel.memory.freeList(zone: 0, order: 10, type: .movable) == (merges ? [0x1000] : []))
    #expect(kernel.memory.freeList(zone: 0, order: 9, type: .movable) == (merges ? [] : [0x1000]))
  }

  @Test(
    "A movable request is served from CMA first while more than half of what is free is CMA's",
    arguments: [(7, 0x1200), (6, 0x1000)])
  func cmaFirst(cmaOrder: Order, page: Pfn) {
    let kernel = kernel(
      free: [(0x1000, 6, .movable), (0x1200, cmaOrder, .cma)], pageblocks: [0x1200: .cma])
    let zone = kernel.memory.zones[0]
    #expect(kernel.takeFromBuddy(zone, order: 0, request: request(.movable)) == page)
  }

  @Test(
    "A pageblock changes its type where exactly half of it would suit", arguments: [(56, true), (55, false)])
  func half(kernelPages: Int, claimed: Bool) {
    let kernel = kernel(free: [0, 1, 2].map { (0x1000 + $0 * 0x40, 6, .movable) } + [(0x10c0, 3, .movable)])
    let memory = kernel.memory
    // 200 pages are free and so many the kernel's: 256 of 512, or one less.
    for pfn in 0x10c8..<0x1200 - kernelPages { memory.place(.anonymous, .lru, at: pfn) }
    #expect(kernel.takeFromBuddy(memory.zones[0], order: 0, request: request(.unmovable)) != nil)
    #expect((memory.migratetype(ofPageblockAt: 0x1000) == .unmovable) == claimed)
  }

  @Test(
    "What is left of a block taken from another type stays with that type; on 6.1 it goes to the request's",
    arguments: [(KernelVersion.v6_12, Migratetype.movable), (.v6_18, .movable), (.v6_1, .unmovable)])
  func remainder(version: KernelVersion, type: Migratetype) {
    let kernel = kernel(version, free: [(0x1000, 3, .movable)])
    let memory = kernel.memory
    // Too few would suit for the pageblock to be claimed.
    for pfn in 0x1008..<0x1200 { memory.place(.anonymous, .lru, at: pfn) }
    #expect(kernel.takeFromBuddy(memory.zones[0], order: 0, request: request(.unmovable)) == 0x1000)
    #expect(memory.migratetype(ofPageblockAt: 0x1000) == .movable)
    for order in 0...2 {
      #expect(memory.freeList(zone: 0, order: order, type: type) == [0x1000 + 1 << order])
    }
  }

  @Test("The last pageblock of the reserve is given back only where it must be", arguments: [1, 2])
  func reserve(blocks: Int) {
    let kernel = Board.kernel(.v6_12, managed: 3_050_000)
    let memory = kernel.memory
    for block in 0..<blocks {
      memory.addFreeBlock(at: 0x1000 + block * 512, order: 4, type: .movable)
      kernel.reserveHighAtomic(0x1000 + block * 512, zone: memory.zones[0])
    }
    #expect(kernel.unreserveHighAtomic(request(.movable)) == (blocks == 2))
    #expect(memory[.zone(0, .reservedHighAtomic)] == 512)
    #expect(kernel.unreserveHighAtomic(request(.movable), force: true))
    #expect(memory[.zone(0, .reservedHighAtomic)] == 0)
    #expect((0..<blocks).allSatisfy { memory.migratetype(ofPageblockAt: 0x1000 + $0 * 512) == .movable })
    #expect(!kernel.unreserveHighAtomic(request(.movable), force: true))
  }

  @Test(
    "A fallback raises the watermark of a zone of four pageblocks and more",
    arguments: [(2048, 512), (2047, 0)])
  func boost(managed: Int, boost: Int) {
    let kernel = Board.kernel(.v6_12, managed: managed)
    kernel.boostWatermark(kernel.memory.zones[0], request(.movable))
    #expect(kernel.memory[.zone(0, .watermarkBoost)] == boost)
  }

  @Test("The reserve grows to its bound, and not beyond")
  func bound() {
    let kernel = Board.kernel(.v6_12, managed: 102_400)
    let memory = kernel.memory
    for block in 0..<4 { kernel.reserveHighAtomic(0x1000 + block * 512, zone: memory.zones[0]) }
    #expect(memory[.zone(0, .reservedHighAtomic)] == 1024)
  }

  @Test(
    "A request looks at a lower zone before it pollutes a pageblock of Normal, but not when it is in need",
    arguments: [(WatermarkName.low, 0x1000), (.min, 0x3000)])
  func zones(mark: WatermarkName, page: Pfn) {
    let none = Watermarks(min: 0, low: 0, high: 0)
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(name: .dma, ranges: [0x1000...0x2fff], watermarks: none),
          ZoneLayout(name: .normal, ranges: [0x3000...0x4fff], watermarks: none),
        ]))
    for pfn in 0x1000..<0x5000 { memory.place(.kernel, at: pfn) }
    for (pfn, type) in [(0x1000, Migratetype.unmovable), (0x3000, .movable)] {
      memory.setMigratetype(type, ofPageblockAt: pfn)
      memory.addFreeBlock(at: pfn, order: 3, type: type)
    }
    let kernel = Kernel(memory: memory, version: .v6_12, recorder: NoRecorder())
    #expect(kernel.takeFromZones(request(.unmovable), mark: mark) == page)
  }

  @Test("A request may use the highest zone it names and all below", arguments: [ZoneName.dma, .normal])
  func highestZone(name: ZoneName) {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [(ZoneName.dma, 0x1000), (.normal, 0x3000), (.movable, 0x5000)].map { name, start in
          ZoneLayout(
            name: name, ranges: [start...start + 0x1fff], watermarks: Watermarks(min: 0, low: 0, high: 0))
        }))
    let kernel = Kernel(memory: memory, version: .v6_12, recorder: NoRecorder())
    let request = AllocationRequest(order: 0, gfp: .kernel, highestZone: name, version: .v6_12)
    #expect(kernel.zonesHighestFirst(request).map(\.name) == (name == .dma ? [.dma] : [.normal, .dma]))
  }
}
