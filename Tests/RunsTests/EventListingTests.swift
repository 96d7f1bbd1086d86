import Documents
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
    let events = run.record(on: memory).events
    let named = Set(events.flatMap { EventColumns($0.tracepoint).figures.map(\.name) })
    #expect(named.isSubset(of: EventListing.columns))
    #expect(!events.contains { EventColumns($0.tracepoint).figures.contains { "\($0.value)".contains(",") } })
  }

  @Test("No column is there that nothing can fill, and none is there twice")
  func samples() {
    let named = Set(Tracepoint.samples.flatMap { EventColumns($0).figures.map(\.name) })
    #expect(named == Set(EventListing.columns.dropFirst(5)))
    #expect(Set(EventListing.columns).count == EventListing.columns.count)
  }
}
