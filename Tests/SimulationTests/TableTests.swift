import Testing

@testable import Simulation

@Suite struct TableTests {
  @Test("A table holds what was put in, and a copy of it goes its own way")
  func copies() {
    let table = Table(repeating: 7, count: 5)
    table[3] = 9
    let copy = Table(copying: table)
    copy[0] = 1
    #expect((0..<5).map { table[$0] } == [7, 7, 7, 9, 7])
    #expect((0..<5).map { copy[$0] } == [1, 7, 7, 9, 7])
  }

  @Test(
    "The first elements of a table are an array that later writing leaves alone", arguments: [0, 1, 4, 5])
  func prefixes(count: Int) {
    let table = SharedTable(repeating: 0, count: 5)
    for index in 0..<5 { table[index] = 10 + index }
    let first = table.prefix(count)
    table[0] = 99
    #expect(first == (0..<count).map { 10 + $0 })
  }

  @Test("Who shares a table sees what another writes")
  func shares() {
    let one = SharedTable(repeating: 0, count: 2)
    let other = one
    other[1] = 5
    #expect(one[1] == 5)
  }

  @Test("A digest tells tables apart that differ in one element", arguments: [1, 2, 3, 8])
  func digests(count: Int) {
    func digest(_ table: borrowing Table<UInt32>) -> UInt64 {
      var hash: UInt64 = 0
      table.mix(into: &hash)
      return hash
    }
    let table = Table<UInt32>(repeating: 4, count: count)
    let before = digest(table)
    table[count - 1] = 5
    #expect(digest(table) != before)
    table[count - 1] = 4
    #expect(digest(table) == before)
  }
}
