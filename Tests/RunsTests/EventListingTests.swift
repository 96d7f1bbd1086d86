import Captures
import Documents
import KernelInterface
import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Runs

@Suite("The events of a run for other programs")
struct EventListingTests {
  @Test(
    "Every figure of every event has a column, and no cell breaks the table",
    arguments: ["two-scanners", "two-scanners-percpu"])
  func columns(scenario: String) throws {
    let recipe = try ContentFolder(path: Repository.root).recipe(for: .source(scenario))
    let (memory, run) = recipe.start()
    let columns = run.record(on: memory).events.map {
      EventColumns(ListedEvent($0, version: recipe.version).event)
    }
    let named = Set(columns.flatMap { $0.figures.map(\.name) })
    #expect(named.isSubset(of: EventListing.columns))
    #expect(!columns.contains { $0.figures.contains { "\($0.value)".contains(",") } })
  }

  @Test("No column is there that nothing can fill, and none is there twice")
  func samples() {
    let named = Set(
      EventListingTests.samples.flatMap {
        EventColumns(TraceEvent($0, version: .v6_12)).figures.map(\.name)
      })
    #expect(named == Set(EventListing.columns.dropFirst(5).dropLast(2)))
    #expect(Set(EventListing.columns).count == EventListing.columns.count)
  }

  /// One of each kind that a simulated run has.
  static let samples: [Tracepoint] = [
    .begin(zoneStart: 0, migratePfn: 0, freePfn: 0, zoneEnd: 0, sync: true),
    .end(zoneStart: 0, migratePfn: 0, freePfn: 0, zoneEnd: 0, sync: true, status: .complete),
    .isolateMigratepages(start: 0, end: 0, scanned: 0, taken: 0),
    .isolateFreepages(start: 0, end: 0, scanned: 0, taken: 0),
    .fastIsolateFreepages(start: 0, end: 0, scanned: 0, taken: 0),
    .migratepages(migrated: 0, failed: 0),
    .tryToCompactPages(order: 0, priority: 0, request: .kernel),
    .finished(zone: .normal, order: 0, result: .complete),
    .suitable(zone: .normal, order: 0, result: .complete),
    .deferred(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .deferCompaction(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .deferReset(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .kcompactdSleep,
    .wakeupKcompactd(order: 0, highestZone: .normal),
    .kcompactdWake(order: 0, highestZone: .normal),
    .migratePages(succeeded: 0, failed: 0, mode: .sync),
  ]
}
