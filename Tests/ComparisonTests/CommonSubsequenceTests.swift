import Testing

@testable import Comparison

@Suite("How much of one sequence is in another")
struct CommonSubsequenceTests {
  @Test("What is common keeps its order")
  func order() {
    #expect(CommonSubsequence.length(Array("abcbdab"), Array("bdcaba")) == 4)
    #expect(CommonSubsequence.length(Array("abc"), Array("cba")) == 1)
    #expect(CommonSubsequence.length(Array("abc"), []) == 0)
  }

  @Test("Sequences longer than a word are matched across its borders")
  func long() {
    let first = (0..<500).map { $0 % 7 }
    #expect(CommonSubsequence.length(first, first) == 500)
    #expect(CommonSubsequence.length(first, Array(first.dropFirst(3))) == 497)
    #expect(CommonSubsequence.length(first, first + [9] + first) == 500)
  }

  @Test("The lengths are those of the textbook's table")
  func table() {
    var state: UInt64 = 5
    func sequence(_ count: Int) -> [Int] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return Int(state >> 60)
      }
    }
    for length in [1, 63, 64, 65, 130] {
      let a = sequence(length)
      let b = sequence(100)
      #expect(CommonSubsequence.length(a, b) == slow(a, b))
    }
  }

  private func slow(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
