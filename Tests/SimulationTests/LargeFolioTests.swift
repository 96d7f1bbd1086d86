import Testing

@testable import Simulation

/// Model 5.4, 6.1, 6.3, 6.4 and the vectors E10, E13 and E14 of 12.6.
@Suite("Large folios")
struct LargeFolioTests {
  private static let movers: [KernelVersion] = KernelVersion.all.filter(\.movesLargeFolios)

  /// Four Movable pageblocks from pfn 0x1000 on, pages at even offsets, and a folio of 16 pages before them.
  private func memory(folio flags: PageFlags = [.lru, .swapBacked], kind: PageKind = .anonymous) -> Memory {
    let memory = Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...0x17ff], managed: 3072,
            watermarks: Watermarks(min: 0, low: 0, high: 0))
        ]))
    memory.placeCompound(kind, flags, order: 4, at: 0x1000)
    for pfn in stride(from: 0x1010, to: 0x1800, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
    memory.freeRemainingPages()
    return memory
  }

  private func scans(_ lines: [TraceRecorder.Line]) -> [String] {
    func hex(_ pfn: Pfn) -> String { "0x" + String(pfn, radix: 16) }
    return lines.compactMap { line in
      switch line.tracepoint {
      case .isolateMigratepages(let start, let end, let scanned, let taken):
        "mig \(hex(start))→\(hex(end)) \(scanned)/\(taken)"
      case .isolateFreepages(let start, let end, let scanned, let taken):
        "free \(hex(start))→\(hex(end)) \(scanned)/\(taken)"
      case .migratepages(let migrated, let failed): "migrated \(migrated)/\(failed)"
      case .end(_, _, _, _, _, let status): "end \(status.traceName)"
      default: nil
      }
    }
  }

  @Test(
    "E10: a folio without a target of its size is split without a scan while smaller ones are held",
    arguments: movers)
  func e10(version: KernelVersion) throws {
    let memory = memory()
    let kernel = Kernel(memory: memory, version: version, recorder: TraceRecorder())
    #expect(kernel.compactByHand(memory.zones[0]) == .complete)
    #expect(
      scans(kernel.recorder.lines) == [
        "mig 0x1000→0x102f 47/32", "free 0x1600→0x1640 64/32", "migrated 32/0",
        "mig 0x102f→0x1200 465/232", "free 0x1640→0x1800 448/224", "free 0x1400→0x1410 16/8",
        "migrated 232/0", "mig 0x1200→0x123f 63/32", "free 0x1410→0x1450 64/32", "migrated 32/0",
        "mig 0x123f→0x1400 449/224", "migrated 0/224", "end complete",
      ])
    try memory.checkInvariants()
  }

  @Test("E10: the pieces of a split folio move when the rest is done, the last one first and the first last")
  func piecesInOrder() {
    let memory = memory()
    let run = Run(version: .v6_12, trigger: .compactMemory)
    run.prepare(memory)
    let recording = run.record(on: memory)
    var targets: [Pfn: Pfn] = [:]
    for chunk in recording.chunks {
      for change in chunk.changes where change.operation == .move || change.operation == .moveFirst {
        let source = Pfn(change.frame)
        if targets[source] == nil { targets[source] = Pfn(change.argument) }
      }
    }
    #expect(targets[0x102e] == 0x1601 && targets[0x1010] == 0x161f)
    #expect(targets[0x100f] == 0x1621 && targets[0x1001] == 0x163d && targets[0x1000] == 0x163f)
  }

  @Test("E13: one pinned page keeps its whole folio", arguments: movers)
  func e13(version: KernelVersion) {
    let memory = memory(folio: [.lru, .swapBacked, .pinned])
    let kernel = Kernel(memory: memory, version: version, recorder: TraceRecorder())
    kernel.compactByHand(memory.zones[0])
    #expect(
      scans(kernel.recorder.lines).prefix(4) == [
        "mig 0x1000→0x104f 79/32", "free 0x1600→0x1640 64/32", "migrated 32/0", "mig 0x104f→0x1200 433/216",
      ])
    #expect(memory.frame(at: 0x1000).has(.head) && memory.frame(at: 0x1000).kind == .anonymous)
  }

  /// Runs one call of the fast search for a folio of four pages, with eight single targets held.
  private func search(initFree: Pfn) -> Kernel<TraceRecorder> {
    let kernel = Board.kernel(.v7_2, blocks: 4)
    let memory = kernel.memory
    memory.setMigratetype(.unmovable, ofPageblockAt: 0x1600)
    memory.addFreeBlock(at: 0x1640, order: 6, type: .unmovable)
    for pfn in stride(from: 0x1001, to: 0x1600, by: 2) {
      memory.addFreeBlock(at: pfn, order: 0, type: .movable)
    }
    memory.set(.zone(0, .initFree), to: initFree)
    var control = CompactControl()
    control.order = 9
    control.mode = .syncLight
    control.gfp = .highUserMovable
    control.direct = true
    kernel.control = control
    kernel.setUp(memory.zones[0])
    kernel.migratePfn = 0x1040
    kernel.freePfn = 0x1600
    kernel.nrMigratepages = 4
    for pfn in stride(from: 0x1001, to: 0x1011, by: 2) {
      _ = kernel.isolateFreeBlock(pfn, order: 0, zone: memory.zones[0])
    }
    kernel.fastIsolateFreepages(memory.zones[0])
    return kernel
  }

  @Test("E14: an order that is free on another type's list only ends a search while targets are held")
  func e14() {
    let away = search(initFree: 0x17ff)
    #expect(
      away.recorder.lines.last?.tracepoint
        == .fastIsolateFreepages(start: 0x1200, end: 0x1600, scanned: 0, taken: 0))
    #expect(away.fastSearchFail == 1)
    #expect(away.read(.searchOrder) == 8)
    #expect(away.freePfn == 0x1600)
    #expect(search(initFree: 0).freePfn == 0x1200)
  }

  @Test(
    "A captured pageblock of another type takes the request's from 6.18 on",
    arguments: [(KernelVersion.v6_12, Migratetype.unmovable), (.v6_18, .movable), (.v7_2, .movable)])
  func capturedType(version: KernelVersion, type: Migratetype) {
    let kernel = Board.kernel(version, blocks: 4)
    let memory = kernel.memory
    memory.setMigratetype(.unmovable, ofPageblockAt: 0x1200)
    kernel.control.gfp = .highUserMovable
    kernel.control.captureOrder = 9
    kernel.control.captureZone = 0
    kernel.freeToBuddy(0x1200, order: 9, zone: memory.zones[0], type: .unmovable)
    #expect(memory.pages(on: kernel.captured) == [0x1200])
    #expect(memory.migratetype(ofPageblockAt: 0x1200) == type)
  }
}
