import Documents
import Scenarios
import Simulation
import Testing

@Suite("What a scenario asks for")
struct TriggerTests {
  private func scenario(_ run: String, kernel: String = "\"6.12\"") throws -> Scenario {
    try Scenario(
      Document.parse(
        """
        title: asked
        kernel: \(kernel)
        scale: teaching
        zones: [{name: Normal, ranges: [0x100-0x1ff]}]
        pageblocks: {cma: [0x140-0x15f]}
        run: {\(run)}
        """, file: "s.yaml"))
  }

  private func gfp(_ flags: String) throws -> GFPMask? {
    guard
      case .allocations(let requests) = try scenario("trigger: allocations, order: 2, flags: \(flags)")
        .trigger
    else { return nil }
    return requests.first?.gfp
  }

  @Test(
    "A request says who asks, in plain words or in the kernel's",
    arguments: [
      ("atomic", GFPMask.atomic), ("kernel", .kernel), ("movable", .highUserMovable),
      ("reclaimable", [.kernel, .reclaimable]), ("[kernel, noretry]", [.kernel, .noRetry]),
      ("noretry", [.highUserMovable, .noRetry]),
      ("[thisnode, retry-may-fail]", [.highUserMovable, .thisNode, .retryMayFail]),
      ("GFP_ATOMIC", .atomic), ("[GFP_KERNEL, __GFP_NORETRY]", [.kernel, .noRetry]),
      ("GFP_KERNEL|__GFP_RECLAIMABLE|__GFP_COMP", [.kernel, .reclaimable, .comp]),
      ("__GFP_NORETRY", [.highUserMovable, .noRetry]), ("__GFP_RECLAIMABLE", [.kernel, .reclaimable]),
      ("[GFP_TRANSHUGE_LIGHT, __GFP_KSWAPD_RECLAIM]", [.transparentHugeLight, .kswapdReclaim]),
      ("[GFP_KERNEL, GFP_DMA32]", [.kernel, .dma32]),
    ] as [(String, GFPMask)])
  func flags(text: String, gfp: GFPMask) throws {
    #expect(try self.gfp(text) == gfp)
  }

  @Test("Without flags it is for movable pages")
  func noFlags() throws {
    #expect(try scenario("trigger: allocations, order: 2, count: 3").trigger == .allocations(3, order: 2))
  }

  @Test("A driver's pages in a row are a range, or so many of CMA")
  func contiguous() throws {
    #expect(
      try scenario("trigger: contiguous, range: 0x144-0x15f").trigger == .contiguous(.range(0x144..<0x160)))
    #expect(try scenario("trigger: contiguous, count: 24").trigger == .contiguous(.pages(24)))
  }

  @Test("Faults for huge pages come under a setting, in a region that is marked or not")
  func faults() throws {
    var region = HugePageRegion(faults: 8)
    (region.defrag, region.isMarked) = (.deferAndMadvise, false)
    #expect(
      try scenario("trigger: huge_page_faults, count: 8, defrag: defer+madvise, region: unmarked").trigger
        == .hugePageFaults(region))
    #expect(try scenario("trigger: huge_page_faults").trigger == .hugePageFaults(HugePageRegion(faults: 1)))
  }

  @Test(
    "What contradicts itself is reported where it stands",
    arguments: [
      (
        "trigger: allocations, order: 2, flags: quick",
        "6:46: `quick` is no flag of a request; write movable, kernel, reclaimable, atomic, noretry, retry-may-fail, thisnode, or the kernel’s GFP_… or __GFP_… name"
      ),
      (
        "trigger: allocations, order: 2, flags: [movable, __GFP_RECLAIMABLE]",
        "6:46: a page is movable or reclaimable, not both; remove one of them"
      ),
      ("trigger: kcompactd, order: 2, flags: atomic", "6:37: `kcompactd` has no flags; remove it"),
      (
        "trigger: contiguous",
        "6:16: `contiguous` wants a range or a count; add `range: 0x…-0x…` or `count: …`"
      ),
      (
        "trigger: contiguous, range: 0x100-0x200",
        "6:35: this range does not lie in one zone; give pages of one zone"
      ),
      (
        "trigger: contiguous, range: 0x100-0x10f, count: 3",
        "6:48: `contiguous` has a range already; remove the count, or the range"
      ),
    ])
  func contradiction(run: String, message: String) {
    do {
      _ = try scenario(run)
      Issue.record("accepted")
    } catch {
      #expect("\(error)" == "s.yaml:" + message)
    }
  }

  @Test("Any kernel's release may be named; the rules of the nearest known one are followed")
  func kernels() throws {
    let scenario = try scenario("trigger: compact_memory", kernel: "6.6")
    #expect(scenario.kernel == .v6_1 && !scenario.release.isOfKnownLine)
    #expect(try self.scenario("trigger: compact_memory", kernel: "7.2").kernel == .v7_2)
    #expect(try self.scenario("trigger: compact_memory", kernel: "6.18.35").kernel.description == "6.18.35")
  }
}
