import Testing

@Suite("Golden pictures")
struct GoldenPictureTests {
  @Test("A picture is the same to the last bit in every build and on every machine")
  func digest() {
    #expect(GoldenList.digest() == 6_996_363_948_531_446_732)
  }
}
