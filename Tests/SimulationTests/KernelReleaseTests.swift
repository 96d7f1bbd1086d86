import Testing

@testable import Simulation

/// Model 3.2 and 15.
@Suite("Kernel releases")
struct KernelReleaseTests {
  @Test(
    "A release follows the rules of the newest line that is not newer",
    arguments: [
      ("5.10.110", "6.1"), ("6.1.84-rk2410", "6.1.141"), ("6.11.0", "6.1"), ("6.12.117+deb12-arm64", "6.12"),
      ("6.17", "6.12"), ("6.18.44", "6.18.35"), ("6.19.1", "6.18"), ("7.1", "6.18"), ("7.2", "7.2"),
      ("7.2.1", "7.2"), ("8.0.0", "7.2"),
    ])
  func line(text: String, rules: String) throws {
    #expect(try #require(KernelRelease(text)).version.description == rules)
  }

  @Test("What is no release is refused", arguments: ["", "6", "x.y", "6.x", "-6.1"])
  func noRelease(text: String) {
    #expect(KernelRelease(text) == nil)
  }

  @Test("A line without a third number counts as the recorded release", arguments: KernelVersion.all)
  func recorded(version: KernelVersion) {
    #expect(KernelRelease(version.description)?.version == version)
  }

  @Test("The build number of a distribution is no third number")
  func build() throws {
    let release = try #require(KernelRelease("6.1.0-56-arm64"))
    #expect(!release.namesStable && release.version == .v6_1)
  }

  @Test(
    "Between two known releases the nearer one decides, and they are named",
    arguments: [
      ("6.18.20", "6.18.15"), ("6.18.30", "6.18.35"), ("6.12.60", "6.12.19"), ("6.1.170", "6.1.192"),
    ])
  func nearer(text: String, taken: String) throws {
    let release = try #require(KernelRelease(text))
    #expect(release.version.release.description == taken)
    #expect(release.neighbours != nil)
  }

  @Test(
    "At a known release and beyond the last one there is nothing between",
    arguments: ["6.18.15", "6.18.44", "6.12"])
  func notBetween(text: String) throws {
    #expect(try #require(KernelRelease(text)).neighbours == nil)
  }

  @Test("Every version comes back from the register that keeps it", arguments: KernelVersion.known)
  func register(version: KernelVersion) {
    let memory = Board.kernel(.v6_12, blocks: 1).memory
    Run(version: version, trigger: .compactMemory).prepare(memory)
    #expect(memory.version == version)
    #expect(KernelRelease(version.description)?.version == version)
  }

  /// Compactions of a request for a huge page that may not retry, in a zone without any.
  private func compactions(_ release: String, _ gfp: GFPMask) throws -> Int {
    let version = try #require(KernelRelease(release)).version
    let kernel = Board.kernel(version, marks: Watermarks(min: 10, low: 20, high: 30), blocks: 16)
    let memory = kernel.memory
    for pfn in stride(from: 0x1000, to: 0x3000, by: 2) { memory.place(.anonymous, .lru, at: pfn) }
    for block in stride(from: 0x1000, to: 0x3000, by: 512) { memory.place(.kernel, at: block) }
    memory.freeRemainingPages()
    #expect(kernel.allocate(AllocationRequest(order: 9, gfp: gfp, version: version), .anonymous) == nil)
    return kernel.recorder.lines.count { if case .tryToCompactPages = $0.tracepoint { true } else { false } }
  }

  @Test(
    "A request for this node that may not retry gives up after its first compaction, or goes on, by release",
    arguments: [
      ("6.1.141", 2), ("6.1", 1), ("6.12.19", 2), ("6.12", 1), ("6.18.15", 2), ("6.18.35", 1), ("7.2", 1),
    ])
  func thisNode(release: String, runs: Int) throws {
    #expect(try compactions(release, [.transparentHuge, .noRetry, .thisNode]) == runs)
    #expect(try compactions(release, [.transparentHuge, .noRetry]) == 2)
  }
}
