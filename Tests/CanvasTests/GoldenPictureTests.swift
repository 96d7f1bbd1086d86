import Testing

@Suite("Golden pictures")
struct GoldenPictureTests {
  @Test("A picture is the same to the last bit in every build and on every machine")
  func digest() {
    #expect(GoldenList.digest() == 10_892_836_731_400_847_003)
  }
}
