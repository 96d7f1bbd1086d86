import Simulation

/// What happens to files: cut, flipped, inserted into, lines doubled, dropped and swapped, numbers grown.
public struct Damage {
  private var generator: SeededGenerator

  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// `bytes` with one to three damages.
  public mutating func apply(to bytes: [UInt8]) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !damaged.isEmpty { strike(&damaged) }
    return damaged
  }

  private mutating func strike(_ bytes: inout [UInt8]) {
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.removeSubrange(at...)
    case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: at)
    case 3: bytes.insert(contentsOf: Array("18446744073709551616".utf8), at: at)
    case 4: bytes.insert(contentsOf: Array("-9223372036854775808".utf8), at: at)
    case 5:
      let line = lineRange(around: at, in: bytes)
      bytes.insert(contentsOf: bytes[line], at: line.lowerBound)
    case 6: bytes.removeSubrange(lineRange(around: at, in: bytes))
    default:
      let line = lineRange(around: at, in: bytes)
      let moved = Array(bytes[line])
      bytes.removeSubrange(line)
      let other = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &generator)
      bytes.insert(contentsOf: moved, at: other)
    }
  }

  private func lineRange(around position: Int, in bytes: [UInt8]) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<position].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[position...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    return start..<end
  }
}
