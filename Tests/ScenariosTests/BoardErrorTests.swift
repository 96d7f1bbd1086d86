import Documents
import Foundation
import Simulation
import Surroundings
import Testing

@testable import Scenarios

@Suite("Board files")
struct BoardErrorTests {
  /// A board of two banks, one line changed.
  func board(replacing old: String, with new: String) throws -> Board {
    let file = """
      title: Test
      kernel: "6.12"
      banks: [0x200-0xfff, 0x2000-0x2fff]
      zones:
        - {name: DMA, span: 0x200-0x1fff, present: 3584, managed: 3000, watermarks: {min: 4, low: 5, high: 6}}
        - {name: Normal, span: 0x2000-0x2fff, present: 4096, managed: 4096, watermarks: {min: 4, low: 5, high: 6}}
      holes: [{name: hole, at: 0x1000-0x1fff}]
      reserved: [{name: kernel, at: 0x400-0x4ff}, {name: rest, zone: DMA, at: top}]
      cma: {name: camera, at: 0x600-0x7ff}
      recipe: x
      """
    let recipe = Recipe(
      title: "", seed: 1, zones: [], pageblockRuns: [:], largestFreeRun: 1, used: [:], pinned: 0)
    return try Board(
      Document.parse(file.replacingOccurrences(of: old, with: new), file: "b.yaml")
    ) {
      _ throws(DocumentError) in recipe
    }
  }

  @Test("What is left of present − managed is taken from the top of the zone")
  func rest() throws {
    let board = try board(replacing: "-", with: "-")
    #expect(
      board.landmarks == [
        Landmark(kind: .hole, name: "hole", range: 0x1000...0x1fff),
        Landmark(kind: .reserved, name: "kernel", range: 0x400...0x4ff),
        Landmark(kind: .reserved, name: "rest", range: 0xeb8...0xfff),
        Landmark(kind: .cma, name: "camera", range: 0x600...0x7ff),
      ])
  }

  static let contradictions: [(String, String, String)] = [
    (
      "0x2000-0x2fff]", "0xf00-0x2fff]",
      "3:22: this bank begins before the one in front of it has ended; list banks from low to high, without overlap"
    ),
    (
      "span: 0x2000-0x2fff", "span: 0x2000-0x2ffe",
      "3:22: this bank does not lie in one zone; widen a zone's span, or split the bank at its border"
    ),
    (
      "span: 0x200-", "span: 0x0-",
      "5:17: zone DMA starts at page frame 0, which stands for “none”; start it at 0x1 or above"
    ),
    (
      "span: 0x200-0x1fff", "span: 0x1000-0x1fff",
      "5:17: no bank lies in zone DMA; widen its span, or remove the zone"
    ),
    (
      "name: Normal, span: 0x2000", "name: Normal, span: 0x1800",
      "6:5: zone Normal does not lie above zone DMA; list zones from low to high, apart"
    ),
    (
      "present: 3584", "present: 3585",
      "5:46: the banks of zone DMA hold 3584 pages; write that, or mend the banks"
    ),
    ("managed: 3000", "managed: 9000", "5:61: `9000` is out of range; write a whole number from 1 to 3584"),
    (
      "managed: 3000", "managed: 3500",
      "8:1: 256 pages of zone DMA are taken, but present − managed is 84; add an entry `at: top`, or mend the numbers"
    ),
    (
      "managed: 4096", "managed: 4000",
      "8:1: 0 pages of zone Normal are taken, but present − managed is 96; add an entry `at: top`, or mend the numbers"
    ),
    (
      "at: 0x1000-0x1fff", "at: 0xf00-0x1fff",
      "7:22: this hole overlaps a bank; give addresses that no bank covers"
    ),
    (
      "at: 0x400-0x4ff", "at: 0xf00-0x10ff",
      "8:31: these pages do not lie in one bank; give pages of one bank, or `top` with a zone"
    ),
    (
      "{name: rest,", "{name: more, at: 0x480-0x4ff}, {name: rest,",
      "8:62: these pages overlap those of kernel; give each page to one of them"
    ),
    ("zone: DMA, at", "zone: Movable, at", "8:64: there is no zone Movable here; name one of DMA, Normal"),
    (
      "at: 0x600-0x7ff", "at: 0x601-0x7ff",
      "9:25: CMA does not cover whole pageblocks; start and end it at multiples of 512 pages"
    ),
    ("at: 0x600-0x7ff", "at: 0x400-0x7ff", "9:25: CMA overlaps kernel; give each page to one of them"),
    ("at: 0x600-0x7ff", "at: 0x1000-0x11ff", "9:25: CMA does not lie in one bank; give pages of one bank"),
    ("kernel: \"6.12\"", "kernels: 6.12", "2:1: `kernels` is not known here; did you mean `kernel`?"),
  ]

  @Test("What contradicts itself is reported where it stands", arguments: contradictions)
  func contradiction(old: String, new: String, expected: String) {
    #expect(message { _ = try board(replacing: old, with: new) } == "b.yaml:" + expected)
  }

  static let recipes: [(String, String, String)] = [
    ("share: 0.7", "share: 0.2", "7:12: these shares make 0.5 together; let them make 1"),
    (
      "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]", "[1, 2]",
      "4:67: 2 numbers stand where each order needs one; give 11, order 0 first"
    ),
    (
      "kind: file", "kind: flie",
      "7:20: `flie` is not known here; did you mean `file`? (reserved, kernel, slab, page-table, anonymous, file, shmem, movable-ops)"
    ),
    (
      "largest free blocks: 3", "largest: 3",
      "5:38: `largest` is not known here; known are unmovable, reclaimable, largest free blocks"
    ),
  ]

  @Test("A recipe that can’t be is reported where it stands", arguments: recipes)
  func recipe(old: String, new: String, expected: String) {
    let file = """
      title: T
      seed: 1
      zones:
        - {name: DMA, managed: 1000, pageblocks: {unmovable: 1}, free: {movable: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}}
      runs: {unmovable: 1, reclaimable: 2, largest free blocks: 3}
      used:
        movable: [{kind: file, share: 0.7, run: 3}, {kind: anonymous, share: 0.3, run: 1}]
      pinned: 0
      """
    let found = message {
      _ = try Recipe(Document.parse(file.replacingOccurrences(of: old, with: new), file: "r.yaml"))
    }
    #expect(found == "r.yaml:" + expected)
  }
}
