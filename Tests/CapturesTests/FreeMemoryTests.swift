import Simulation
import Testing

@testable import Captures

@Suite("What free pages tell of when they came free")
struct FreeMemoryTests {
  /// Four sections of 64 pageblocks.
  private let zone = Zone.plain(0x40000...0x5ffff)

  private func memory(_ isFree: @escaping (Pfn) -> Bool) -> FreeMemory {
    FreeMemory(of: zone, pageblockPages: 512, where: isFree)
  }

  @Test(
    "A program's pages are apart from memory that was never handed out, and from what was left of a block")
  func parts() {
    // Every other page up to the middle of a pageblock, all above.
    let parts = memory { $0 >= 0x44100 || $0 % 2 == 0 }
    #expect(parts.remainders == [0x44100..<0x44200])
    #expect(parts.untouched.first == 0x44200..<0x44400)
    #expect(parts.untouched.last == 0x5fe00..<0x60000)
    #expect(parts.given.first == 0x40000..<0x40200)
    #expect(parts.given.last == 0x44000..<0x44100)
    #expect(parts.islands.isEmpty)
  }

  @Test("A pageblock or two by themselves are not the program's")
  func islands() {
    let parts = memory { pfn in
      (0x41000..<0x48000).contains(pfn) && pfn % 3 == 0 || (0x4c000..<0x4c400).contains(pfn) && pfn % 2 == 0
    }
    #expect(parts.islands == [0x4c000..<0x4c200, 0x4c200..<0x4c400])
    #expect(parts.given.count == 0x7000 / 512)
    #expect(parts.untouched.isEmpty && parts.remainders.isEmpty)
  }

  @Test("Eight pageblocks in use between two part them not yet, nine do", arguments: [(8, true), (9, false)])
  func gaps(gap: Int, together: Bool) {
    let blocks = (0..<3).map { 0x40000 + $0 * (gap + 1) * 512 }
    let parts = memory { pfn in pfn % 2 == 0 && blocks.contains { $0..<$0 + 512 ~= pfn } }
    #expect(parts.given.count == (together ? 3 : 0))
    #expect(parts.islands.count == (together ? 0 : 3))
  }

  @Test("The section that was being filled when memory sufficed comes last, wherever it lies")
  func lastSection() {
    let parts = memory { pfn in
      switch pfn {
      case 0x40000..<0x48000, 0x50000..<0x58000: pfn % 2 == 0
      case 0x48000..<0x4a000: pfn % 3 == 0
      default: true
      }
    }
    #expect(parts.given.first == 0x40000..<0x40200)
    #expect(parts.given.suffix(16).map(\.lowerBound) == Array(stride(from: 0x48000, to: 0x4a000, by: 512)))
    #expect(parts.given.dropLast(16).last == 0x57e00..<0x58000)
  }
}
