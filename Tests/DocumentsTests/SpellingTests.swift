import Testing

@testable import Documents

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "Slips are letters added, taken away, changed or swapped",
    arguments: [
      ("zone", "zone", 0), ("zone", "zones", 1), ("zoen", "zone", 1), ("bone", "zone", 1), ("", "abc", 3),
    ])
  func distance(first: String, second: String, slips: Int) {
    #expect(Spelling.distance(first, second) == slips)
    #expect(Spelling.distance(second, first) == slips)
  }

  @Test("A word that is like none of the known ones has no nearest")
  func nearest() {
    #expect(Spelling.nearest(to: "watermrks", among: ["ranges", "watermarks"]) == "watermarks")
    #expect(Spelling.nearest(to: "colour", among: ["ranges", "watermarks"]) == nil)
    #expect(Spelling.nearest(to: "xy", among: ["at"]) == nil)
  }
}
