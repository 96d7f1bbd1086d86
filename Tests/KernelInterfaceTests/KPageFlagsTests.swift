import Testing

import struct Simulation.SeededGenerator

@testable import KernelInterface

@Suite("Page flags")
struct KPageFlagsTests {
  @Test(
    "A page's kind follows from its flags, the weightier flag first",
    arguments: [
      ([KPageFlags.Word.nopage, .buddy], KPageKind.hole),
      ([.hwpoison, .lru], .hwpoison),
      ([.offline], .offline),
      ([.buddy], .free),
      ([.slab, .compoundHead], .slab),
      ([.pageTable], .pageTable),
      ([.reserved], .reserved),
      ([.huge, .compoundTail], .hugetlb),
      ([.unevictable, .lru, .anon], .unevictable),
      ([.lru, .anon, .swapbacked], .anonymous),
      ([.lru, .swapbacked], .shmem),
      ([.lru, .dirty], .file),
      ([.compoundTail], .compound),
      ([], .kernelOrPerCPU),
    ])
  func kinds(flags: [KPageFlags.Word], kind: KPageKind) {
    #expect(KPageFlags.Word(flags).kind == kind)
  }

  private func blocks(free: Range<Int>, of pages: Int, in pfns: Range<Int>? = nil) -> [FreeBlock] {
    var words = [UInt64](repeating: 0, count: pages)
    for pfn in free { words[pfn] = KPageFlags.Word.buddy.rawValue }
    return KPageFlags(words: words).freeBlocks(in: pfns ?? 0..<pages)
  }

  @Test("A run of free pages is cut into the largest naturally aligned blocks")
  func cutting() {
    #expect(
      blocks(free: 5..<17, of: 32)
        == [
          .init(pfn: 5, order: 0), .init(pfn: 6, order: 1), .init(pfn: 8, order: 3), .init(pfn: 16, order: 0),
        ])
    #expect(blocks(free: 0..<3072, of: 3072).map(\.order) == [10, 10, 10])
    #expect(blocks(free: 0..<0, of: 8) == [])
  }

  @Test("Blocks do not reach over the end of a zone, nor past the recorded pages")
  func bounds() {
    #expect(blocks(free: 0..<16, of: 16, in: 0..<8) == [.init(pfn: 0, order: 3)])
    #expect(blocks(free: 0..<16, of: 16, in: 8..<64) == [.init(pfn: 8, order: 3)])
    #expect(blocks(free: 0..<16, of: 16, in: 32..<64) == [])
  }

  @Test("Cut blocks are aligned, disjoint and cover just the free pages, whatever is free")
  func property() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let words = (0..<512).map { _ in
        Int.random(in: 0..<5, using: &generator) > 0 ? KPageFlags.Word.buddy.rawValue : 0
      }
      var covered = [Bool](repeating: false, count: words.count)
      for block in KPageFlags(words: words).freeBlocks(in: 0..<words.count) {
        #expect(block.pfn % (1 << block.order) == 0)
        for pfn in block.pfn..<block.pfn + 1 << block.order {
          #expect(!covered[pfn])
          covered[pfn] = true
        }
      }
      #expect(covered == words.map { $0 != 0 })
    }
  }
}
