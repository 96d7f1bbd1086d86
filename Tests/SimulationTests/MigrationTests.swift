import Testing

@testable import Simulation

/// Model 7: how often a page of a batch is tried, and who is counted where the targets run out.
@Suite("Moving a batch")
struct MigrationTests {
  /// Keeps what is noted of pages.
  private struct RuleRecorder: Recorder {
    static let wantsChanges = true
    var rules: [Rule] = []
    mutating func record(_ change: Change) { rules.append(change.rule) }
    mutating func trace(_ tracepoint: Tracepoint, by task: CompactionTask, cpu: Int, moment: Int) {}
  }

  /// Pages of programs with these flags are isolated, and so many single pages are free at the zone's end.
  private func batch(
    _ version: KernelVersion, _ mode: MigrateMode, free: Int, _ pages: [PageFlags]
  ) -> (outcome: MigrationOutcome, kernel: Kernel<RuleRecorder>) {
    let memory = Board.kernel(version).memory
    for pfn in 0x1000..<0x3000 { memory.place(.kernel, at: pfn) }
    for (offset, flags) in pages.enumerated() { memory.place(.file, flags.union(.lru), at: 0x1000 + offset) }
    for index in 0..<free { memory.addFreeBlock(at: 0x2e00 + 2 * index, order: 0, type: .movable) }
    let kernel = Kernel(memory: memory, version: version, recorder: RuleRecorder())
    var control = CompactControl()
    control.mode = mode
    control.ignoresSkipHint = true
    control.wholeZone = true
    kernel.control = control
    kernel.setUp(memory.zones[0])
    #expect(kernel.isolateMigratepages(memory.zones[0]) == .success)
    return (kernel.migratePages(memory.zones[0]), kernel)
  }

  private func count(_ rule: Rule, _ kernel: Kernel<RuleRecorder>) -> Int {
    kernel.recorder.rules.count { $0 == rule }
  }

  @Test("On 6.1 a page that is held is tried ten times, and counted once")
  func tenPasses() {
    let (outcome, kernel) = batch(.v6_1, .sync, free: 4, [.pinned])
    #expect(outcome == .someFailed)
    #expect(count(.moveFails, kernel) == 10)
    #expect(kernel.memory[.vmstat(.pgmigrateFail)] == 1)
  }

  @Test("On 6.1 a page that is being written is waited for at the fourth try")
  func fourthTry() {
    let (outcome, kernel) = batch(.v6_1, .sync, free: 4, [.writeback])
    #expect(outcome == .allMoved)
    #expect(count(.moveRefused, kernel) == 3)
  }

  @Test("On 6.1 the page without a target and those that wait for another try count as failed")
  func noTargets() {
    let (outcome, kernel) = batch(.v6_1, .sync, free: 2, [.writeback, [], [], [], .writeback])
    #expect(outcome == .noTargets)
    #expect(kernel.memory[.vmstat(.pgmigrateSuccess)] == 2)
    #expect(kernel.memory[.vmstat(.pgmigrateFail)] == 2)
  }

  @Test("From 6.12 on a page that the batch left behind is tried alone where the mode may wait")
  func leftBehind() {
    let (outcome, kernel) = batch(.v6_12, .sync, free: 4, [.writeback, []])
    #expect(outcome == .allMoved)
    #expect(count(.moveRefused, kernel) == 1)
    #expect(kernel.memory[.vmstat(.pgmigrateSuccess)] == 2)
  }
}
