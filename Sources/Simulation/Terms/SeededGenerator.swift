/// The one source of chance: a small generator (SplitMix64) that gives the same numbers for the same
/// seed everywhere.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  public init(seed: UInt64) { state = seed }

  @inlinable public mutating func next() -> UInt64 {
    nextWord()
  }

  @usableFromInline mutating func nextWord() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 up to, not including, `bound`, which is positive; it does not depend on the standard
  /// library's version.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
