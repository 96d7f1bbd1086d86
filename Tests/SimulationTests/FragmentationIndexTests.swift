import Testing

@testable import Simulation

/// Model 12.1.
@Suite("Indices of fragmentation")
struct FragmentationIndexTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var name: String
    var blocks: [Int: Int]
    var fragmentation: [Int: Int]
    var unusable: [Int: Int]
    var score: Int?
    var testDescription: String { name }
    var counts: FreeBlockCounts { FreeBlockCounts((0...10).map { blocks[$0] ?? 0 }) }
  }

  private static let mixed = [0: 400, 1: 200, 2: 100, 3: 50, 4: 25, 5: 12, 6: 6, 7: 3, 8: 1]
  private static let desktop = [651, 1696, 1045, 715, 1098, 1276, 412, 130, 427, 442, 4266]

  static let vectors: [Vector] = [
    Vector(
      name: "I1", blocks: [:], fragmentation: [0: 0, 4: 0, 9: 0, 10: 0], unusable: [0: 1000, 9: 1000],
      score: 0
    ),
    Vector(
      name: "I2, I3", blocks: [0: 1000], fragmentation: [9: 998, 4: 937, 2: 749, 1: 499],
      unusable: [9: 1000, 4: 1000, 2: 1000, 1: 1000], score: 100),
    Vector(name: "I4", blocks: [8: 1], fragmentation: [9: -500], unusable: [9: 1000], score: 100),
    Vector(name: "I5", blocks: [8: 2], fragmentation: [9: 0], unusable: [9: 1000], score: 100),
    Vector(name: "I6", blocks: [8: 10], fragmentation: [9: 400], unusable: [9: 1000], score: 100),
    Vector(
      name: "I7", blocks: [8: 1000], fragmentation: [9: 499, 10: 749], unusable: [9: 1000, 10: 1000],
      score: 100),
    Vector(
      name: "I8", blocks: [3: 10000], fragmentation: [4: 500, 9: 985], unusable: [4: 1000, 9: 1000],
      score: 100),
    Vector(name: "I9", blocks: [0: 2], fragmentation: [1: 0], unusable: [1: 1000], score: 100),
    Vector(
      name: "I10, I11", blocks: mixed, fragmentation: [9: 991, 4: -1000, 2: -1000, 1: -1000],
      unusable: [9: 1000, 4: 469, 2: 234, 1: 117], score: 100),
    Vector(
      name: "I12, I13", blocks: mixed.merging([9: 1]) { $1 }, fragmentation: [9: -1000, 10: 994],
      unusable: [9: 869, 10: 1000], score: 86),
    Vector(name: "I14", blocks: [10: 1, 0: 1024], fragmentation: [9: -1000], unusable: [9: 500], score: 50),
    Vector(name: "I15", blocks: [0: 4095, 10: 1], fragmentation: [9: -1000], unusable: [9: 799], score: 79),
    Vector(
      name: "I16, seen on a running kernel", blocks: [8: 1, 9: 1, 10: 3],
      fragmentation: [9: -1000, 10: -1000], unusable: [9: 66, 10: 200], score: 6),
    Vector(
      name: "I17, seen on a running kernel",
      blocks: Dictionary(uniqueKeysWithValues: desktop.enumerated().map { ($0.offset, $0.element) }),
      fragmentation: Dictionary(uniqueKeysWithValues: (0...10).map { ($0, -1000) }),
      unusable: [0: 0, 1: 0, 2: 0, 3: 1, 4: 2, 5: 6, 6: 15, 7: 20, 8: 23, 9: 46, 10: 93], score: 4),
  ]

  @Test("Free blocks give the indices and the score of the kernel's formulas", arguments: vectors)
  func indices(vector: Vector) {
    for (order, index) in vector.fragmentation {
      #expect(vector.counts.fragmentationIndex(order) == index, "order \(order)")
    }
    for (order, index) in vector.unusable {
      #expect(vector.counts.unusableIndex(order) == index, "order \(order)")
    }
    if let score = vector.score { #expect(vector.counts.score(hugeOrder: 9) == score) }
  }
}
