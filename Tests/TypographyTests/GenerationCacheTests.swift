import Testing

@testable import Typography

@Suite("A cache with a bound")
struct GenerationCacheTests {
  @Test("It never holds more than its bound, and keeps what is asked for")
  func bound() {
    var cache = GenerationCache<Int, Int>(weightMax: 100)
    cache.set(0, for: 0, weight: 1)
    for key in 1...1000 {
      #expect(cache.value(for: 0) == 0)
      cache.set(key, for: key, weight: 1)
      #expect(cache.count <= 102)
    }
    #expect(cache.value(for: 1) == nil)
    #expect(cache.value(for: 1000) == 1000)
  }

  @Test("Something heavier than the bound displaces the rest, and then goes")
  func heavy() {
    var cache = GenerationCache<String, Int>(weightMax: 10)
    cache.set(1, for: "light", weight: 1)
    cache.set(2, for: "heavy", weight: 1000)
    #expect(cache.value(for: "heavy") == 2)
    for key in ["a", "b", "c", "d", "e", "f"] { cache.set(3, for: key, weight: 1) }
    cache.set(4, for: "g", weight: 5)
    #expect(cache.value(for: "heavy") == nil)
  }
}
