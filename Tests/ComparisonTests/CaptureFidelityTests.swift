import Captures
import KernelInterface
import Simulation
import Testing

@testable import Comparison

@Suite("The simulation against recordings of real kernels")
struct CaptureFidelityTests {
  @Test(
    "A run that is determined by its start comes out as recorded: events, counters, hints, positions",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
      "arm64-6.1-1g-thp", "arm64-6.12-1g-thp", "arm64-6.1-512m-thp", "arm64-6.12-1g-proactive",
    ])
  func exact(name: String) throws {
    let comparison = try Comparison(Recordings.open(name))
    #expect(comparison.firstDifference?.event == nil)
    #expect(comparison.tasks.allSatisfy { $0.isExact && $0.endingsAgree && $0.exactRuns == $0.runs.count })
    #expect(comparison.counters.filter { !$0.pair.isEqual }.isEmpty)
    #expect(comparison.state.hintsAgree)
    #expect(!comparison.differs)
  }

  @Test(
    "Every free list and per-CPU list is left in the recorded order",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.1-4g-proactive", "arm64-6.1-1g-thp",
      "arm64-6.12-1g-thp",
    ])
  func lists(name: String) throws {
    let state = try Comparison(Recordings.open(name)).state
    let others = (state.freeLists + state.perCPULists).filter { $0.verdict != .equal }
    #expect(others.isEmpty, "\(others.map { "\($0.zone) \($0.order) \($0.migratetype)" })")
    #expect(state.allocator.filter { !$0.pair.isEqual }.map(\.name) == [])
  }

  @Test("Pages that came free while the lists were read are free, in the order in which they came free")
  func pagesInTransit() throws {
    let comparison = try Comparison(Recordings.open("arm64-6.12-1g-proactive"))
    #expect(comparison.inferences == [.pagesInTransit(count: 780)])
    #expect(comparison.tasks.allSatisfy { $0.isExact })
  }

  /// When the worker of the other CPU ran is in no snapshot. That all of more than ten thousand events come
  /// out once it is known shows that nothing else is missing.
  @Test("What a worker of the per-CPU lists gave back explains where a run parts from its recording")
  func worker() throws {
    let capture = try Recordings.open("arm64-6.12-1g-thp-pins")
    #expect(try Comparison(capture).doubts.contains(.worker))
    let search = try WorkerSearch(capture)
    #expect(search.prefixWithout == 610)
    #expect(search.rounds.map(\.cpu) == [1])
    #expect(search.prefix == search.events && search.events == 12_285)
  }

  /// kswapd and kcompactd work beside these requesters: only the first runs are determined.
  @Test(
    "A pool of huge pages grows by about as many pages as recorded, its first runs exactly so",
    arguments: [
      ("arm64-6.1-1g-hugetlb", 2), ("arm64-6.12-512m-hugetlb", 0), ("arm64-6.1-512m-hugetlb", 2),
    ])
  func hugePagePool(name: String, exactRuns: Int) throws {
    let comparison = try Comparison(Recordings.open(name))
    #expect(try #require(comparison.hugePages).error <= 0.15)
    #expect(comparison.doubts.contains(.daemons))
    #expect(try #require(comparison.tasks.first { $0.task == .requester }).exactRuns >= exactRuns)
    #expect(try #require(comparison.firstDifference).rule != "none")
  }
}
