import Simulation
import Testing

@testable import Captures

@Suite("The order in which pages came free")
struct FreeingOrderTests {
  private let zone = Zone.plain(0x1000...0x40fff)

  private func sequence(
    _ version: KernelVersion, seed: UInt64 = 0, where isFree: (Pfn) -> Bool
  ) -> [Pfn] {
    FreeingOrder(version: version, seed: seed)
      .sequence(of: zone, pageblockPages: 512, where: isFree)
  }

  @Test("With the plainest order pages come free from the bottom of memory to its top")
  func plain() {
    let pages = sequence(.v6_12) { $0 % 3 == 0 }
    #expect(pages == (0x1000...0x40fff).filter { $0 % 3 == 0 })
  }

  @Test("What a program gave back came free last, what was left of a split block first")
  func parts() {
    let pages = sequence(.v6_12) { $0 >= 0x30100 || $0 < 0x30000 && $0 % 4 == 0 || $0 % 2 == 0 }
    #expect(Array(pages.prefix(0x100)) == Array(0x30100..<0x30200))
    #expect(pages[0x100] == 0x40e00, "the highest of the pageblocks that were never handed out")
    #expect(pages.last == 0x300fe)
    #expect(pages.count == Set(pages).count)
  }

  @Test("6.1 turns each range round, its first eight pages first")
  func ranges() {
    let free: Set<Pfn> = [0x1001, 0x1005, 0x1006, 0x1007]
    #expect(sequence(.v6_1) { free.contains($0) } == [0x1001, 0x1007, 0x1006, 0x1005])
    let pages = sequence(.v6_1) { 0x2000..<0x200c ~= $0 }
    #expect(pages == [7, 6, 5, 4, 3, 2, 1, 0, 11, 10, 9, 8].map { 0x2000 + $0 })
  }

  @Test("Other orders have the same pages, in stretches that ascend", arguments: KernelVersion.all)
  func stretches(version: KernelVersion) {
    let plain = sequence(version) { $0 % 2 == 0 }
    for seed in 1...8 as ClosedRange<UInt64> {
      let pages = sequence(version, seed: seed) { $0 % 2 == 0 }
      #expect(pages != plain)
      #expect(pages.sorted() == plain)
      #expect(pages == sequence(version, seed: seed) { $0 % 2 == 0 })
      let breaks = zip(pages, pages.dropFirst()).count { $0.0 > $0.1 }
      #expect(breaks < 0x40000 / 512 / 8)
    }
  }
}
