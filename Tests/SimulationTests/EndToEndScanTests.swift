import Testing

@testable import Simulation

/// The small layouts of model 12.6: one zone of four or eight Movable pageblocks from pfn 0x1000 on.
private enum Layout {
  static func memory(blocks: Int, min: Int = 0, pageset: PagesetLayout? = nil) -> Memory {
    Memory(
      layout: MachineLayout(
        scale: .kernel,
        zones: [
          ZoneLayout(
            name: .normal, ranges: [0x1000...(0x1000 + blocks * 512 - 1)],
            managed: max(blocks * 512, 3072),
            watermarks: Watermarks(min: min, low: min, high: min), pageset: pageset)
        ]))
  }

  /// Per-CPU lists that never overflow: only drains empty them.
  static let roomy = PagesetLayout(batch: 63, high: 4000)

  /// Anonymous pages at even offsets, odd offsets free.
  static func evenPages(min: Int = 0, pageset: PagesetLayout? = nil) -> Memory {
    let memory = memory(blocks: 4, min: min, pageset: pageset)
    for pfn in stride(from: 0x1000, to: 0x1800, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
    return memory
  }
}

/// A run's scans as the model prints them.
private func log(_ lines: [TraceRecorder.Line]) -> [String] {
  lines.compactMap { line in
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
private func hex(_ pfn: Pfn) -> String { "0x" + String(pfn, radix: 16) }

private func kernel(
  _ memory: Memory, _ version: KernelVersion = .v6_12
) -> Kernel<TraceRecorder> {
  Kernel(memory: memory, version: version, recorder: TraceRecorder())
}

private func vmstat(_ memory: Memory, _ counter: VMStatCounter) -> Int { memory[.vmstat(counter)] }

private func direct(
  _ order: Order, _ mode: MigrateMode, _ gfp: GFPMask = .highUserMovable, captures: Bool = true
) -> CompactControl {
  var request = CompactControl()
  request.order = order
  request.mode = mode
  request.gfp = gfp
  request.direct = true
  if captures {
    request.captureOrder = order
    request.captureZone = 0
  }
  return request
}

/// Runs past the suitability test, as the layouts of the model do.
extension Kernel {
  fileprivate func run(_ request: CompactControl) -> CompactResult {
    control = request
    return scan(memory.zones[0])
  }
}

@Suite("End to end scans of model 12.6")
struct EndToEndScanTests {
  @Test(
    "E1: a manual run leaves the middle block half done and ends complete",
    arguments: [KernelVersion.v6_12, .v6_1])
  func e1(version: KernelVersion) throws {
    let memory = Layout.evenPages()
    memory.freeRemainingPages()
    let kernel = kernel(memory, version)
    #expect(kernel.compactByHand(memory.zones[0]) == .complete)
    #expect(
      log(kernel.recorder.lines) == [
        "mig 0x1000→0x103f 63/32", "free 0x1600→0x1640 64/32", "migrated 32/0",
        "mig 0x103f→0x1200 449/224", "free 0x1640→0x1800 448/224", "migrated 224/0",
        "mig 0x1200→0x123f 63/32", "free 0x1400→0x1440 64/32", "migrated 32/0",
        "mig 0x123f→0x1400 449/224", "migrated 0/224", "end complete",
      ])
    #expect(vmstat(memory, .compactMigrateScanned) == 1024)
    #expect(vmstat(memory, .compactFreeScanned) == 576)
    #expect(vmstat(memory, .compactIsolated) == 800)
    #expect(vmstat(memory, .pgmigrateSuccess) == 288)
    #expect(vmstat(memory, .pgmigrateFail) == 1)
    #expect(memory.freeBlockCounts(zone: 0).blocks == [448, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0])
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [false, false, false, true])
    try memory.checkInvariants()
  }

  @Test("E1b: with per-CPU lists and no drain the freed pages stay on them")
  func e1b() throws {
    let memory = Layout.evenPages(pageset: PagesetLayout(batch: 63, high: 4000))
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    #expect(kernel.compactByHand(memory.zones[0]) == .complete)
    #expect(memory[memory.pagesetRegister(zone: 0, cpu: 0, .count)] == 288)
    #expect(memory.freeBlockCounts(zone: 0).blocks == [736, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    try memory.checkInvariants()
  }

  @Test("E2: a direct request captures its page at the end of the scan (6.12)")
  func e2() throws {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    #expect(kernel.run(direct(9, .syncLight)) == .partialSkipped)
    #expect(memory.pages(on: memory.lists.captured(of: .init(.requester))) == [0x1000])
    #expect(
      log(kernel.recorder.lines) == [
        "mig 0x1000→0x103f 63/32", "free 0x1200→0x1240 64/32", "migrated 32/0",
        "mig 0x103f→0x1200 449/224", "free 0x1200→0x1400 512/223", "migrated 224/0",
        "end partial_skipped",
      ])
    #expect(vmstat(memory, .compactMigrateScanned) == 512)
    #expect(vmstat(memory, .compactFreeScanned) == 833)
    #expect(vmstat(memory, .compactIsolated) == 512)
    #expect(vmstat(memory, .pgmigrateSuccess) == 256)
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [true, true, false, false])
    #expect(memory[.zone(0, .cachedMigrateSync)] == 0x1000)
    #expect(memory[.zone(0, .cachedFree)] == 0x1600)
    try memory.checkInvariants()
  }

  @Test("E2 on 6.1 ends success and leaves the positions where they were")
  func e2Old() {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.freeRemainingPages()
    let kernel = kernel(memory, .v6_1)
    #expect(kernel.run(direct(9, .syncLight)) == .success)
    #expect(memory[.zone(0, .cachedMigrateSync)] == 0x1400)
    #expect(memory[.zone(0, .cachedFree)] == 0x1600)
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [true, false, false, false])
  }

  @Test(
    "E3: an async request probes only used pages and moves nothing", arguments: [KernelVersion.v6_12, .v6_1])
  func e3(version: KernelVersion) {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.freeRemainingPages()
    let kernel = kernel(memory, version)
    #expect(kernel.run(direct(9, .async)) == .partialSkipped)
    #expect(
      log(kernel.recorder.lines) == [
        "mig 0x1000→0x103f 63/32", "free 0x1200→0x1400 16/0", "migrated 0/32", "end partial_skipped",
      ])
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [true, true, false, false])
    #expect(memory[.migratePfn] == (version == .v6_1 ? 0x1200 : 0x103f))
  }

  @Test(
    "E4: one unmovable page in a block is enough for an async request to leave it",
    arguments: [KernelVersion.v6_12, .v6_1])
  func e4(version: KernelVersion) {
    let memory = Layout.evenPages()
    for block in stride(from: 0x1000, to: 0x1800, by: 512) { memory.place(.kernel, at: block + 20) }
    memory.freeRemainingPages()
    let kernel = kernel(memory, version)
    #expect(kernel.run(direct(9, .async)) == .partialSkipped)
    #expect(
      log(kernel.recorder.lines) == [
        "mig 0x1000→0x1200 21/0", "mig 0x1200→0x1400 21/0", "mig 0x1400→0x1600 21/0",
        "end partial_skipped",
      ])
    #expect(vmstat(memory, .compactMigrateScanned) == 63)
    #expect(vmstat(memory, .compactFreeScanned) == 0)
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [true, true, true, false])
  }

  @Test("E5: kcompactd takes targets from the top and finds its block through the fallback")
  func e5() throws {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    var request = CompactControl()
    request.order = 9
    request.mode = .syncLight
    #expect(kernel.run(request) == .success)
    #expect(
      log(kernel.recorder.lines) == [
        "mig 0x1000→0x103f 63/32", "free 0x1600→0x1640 64/32", "migrated 32/0",
        "mig 0x103f→0x1200 449/224", "free 0x1640→0x1800 448/224", "migrated 224/0", "end success",
      ])
    #expect(vmstat(memory, .compactFreeScanned) == 1024)
    #expect(memory[.zone(0, .cachedMigrateAsync)] == 0x1400)
    #expect(memory[.zone(0, .cachedMigrateSync)] == 0x1400)
    #expect(memory[.zone(0, .cachedFree)] == 0x1400)
    #expect(
      [0x1000, 0x1200, 0x1400, 0x1600].map { memory.skipHint(at: $0) } == [true, false, false, true])
    try memory.checkInvariants()
  }

  @Test("E6: targets stop at the watermark and the run ends contended")
  func e6() throws {
    let memory = Layout.evenPages(min: 900)
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    #expect(kernel.compactByHand(memory.zones[0]) == .contended)
    #expect(vmstat(memory, .pgmigrateSuccess) == 155)
    #expect(vmstat(memory, .pgmigrateFail) == 1)
    #expect(vmstat(memory, .compactMigrateScanned) == 512)
    #expect(vmstat(memory, .compactFreeScanned) == 313)
    try memory.checkInvariants()
  }

  @Test("E6 on 6.1 does not stop: a source is freed before the next target is taken")
  func e6Old() {
    let memory = Layout.evenPages(min: 900)
    memory.freeRemainingPages()
    let kernel = kernel(memory, .v6_1)
    #expect(kernel.compactByHand(memory.zones[0]) == .complete)
    #expect(vmstat(memory, .compactMigrateScanned) == 1024)
    #expect(vmstat(memory, .compactFreeScanned) == 622)
    #expect(vmstat(memory, .pgmigrateSuccess) == 310)
  }

  @Test("E7: a pinned file page costs a rescan, and the next block gives the huge page")
  func e7() throws {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.place(.file, [.lru, .pinned], at: 0x100a)
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    var request = CompactControl()
    request.order = 9
    request.mode = .syncLight
    #expect(kernel.run(request) == .success)
    #expect(vmstat(memory, .compactMigrateScanned) == 1029)
    #expect(vmstat(memory, .compactFreeScanned) == 1622)
    #expect(vmstat(memory, .pgmigrateSuccess) == 511)
    #expect(vmstat(memory, .pgmigrateFail) == 1)
    try memory.checkInvariants()
  }

  @Test(
    "E8: an order-4 request of the kernel's is not captured and the scanners meet first",
    arguments: [KernelVersion.v6_12, .v6_1])
  func e8(version: KernelVersion) {
    let memory = Layout.evenPages(pageset: Layout.roomy)
    memory.freeRemainingPages()
    let kernel = kernel(memory, version)
    #expect(kernel.run(direct(4, .syncLight, .kernel)) == .partialSkipped)
    #expect(memory.pages(on: memory.lists.captured(of: .init(.requester))).isEmpty)
    #expect(memory.freeBlocks(zone: 0, order: 9) == 1)
  }

  @Test("E9: full blocks double the stride and a whole free block is taken and split")
  func e9() throws {
    let memory = Layout.memory(blocks: 8)
    for block in stride(from: 0x1000, to: 0x2000, by: 512) {
      let used = block >= 0x1c00 ? 512 : 256
      for pfn in block..<block + used { memory.place(.anonymous, .lru, at: pfn) }
    }
    memory.freeRemainingPages()
    let kernel = kernel(memory)
    #expect(kernel.compactByHand(memory.zones[0]) == .complete)
    #expect(
      log(kernel.recorder.lines).prefix(4) == [
        "mig 0x1000→0x1020 32/32", "free 0x1e00→0x2000 512/0", "free 0x1c00→0x1e00 256/0",
        "free 0x1a00→0x1c00 320/256",
      ])
    #expect(memory.freeBlockCounts(zone: 0).blocks == [0, 0, 0, 0, 0, 2, 1, 1, 1, 0, 1])
    #expect(vmstat(memory, .pgmigrateSuccess) == 544)
    try memory.checkInvariants()
  }
}
