import Captures
import KernelInterface
import Testing

@Suite("What a task did between begin and end")
struct AttemptTests {
  @Test("Moved pages and those left of a batch are added up apart")
  func sums() {
    let sums = EventSums([
      .migratepages(migrated: 30, failed: 2), .migratepages(migrated: 7, failed: 0),
      .migratepages(migrated: 0, failed: 32),
    ])
    #expect(sums.migrated == 37)
    #expect(sums.failed == 34)
  }
}
