/// A reader of files, with made ones that it reads and that are spoiled for it.
public struct FuzzedReader: Sendable {
  /// What came of a text.
  public enum Outcome: Sendable {
    case read, refused
    /// It was read, and reads otherwise when it is written.
    case changed
  }

  public let name: String
  /// Made files, each of at most 200 numbers.
  public let inputs: [[UInt8]]
  /// Reads, and does what the program does with what was read.
  public let read: @Sendable ([UInt8]) -> Outcome

  public static let all = kernelFiles + captureFiles + documents

  public init(
    _ name: String, _ inputs: [[UInt8]], read: @escaping @Sendable ([UInt8]) -> Outcome
  ) {
    (self.name, self.inputs, self.read) = (name, inputs, read)
  }

  /// The texts of a fuzzed reading: at first all numbers of all inputs in turn, then damages that follow from a seed.
  public struct Texts: Sendable {
    private let inputs: [[UInt8]]
    private let sweeps: [NumberSweep]
    private let seed: UInt64
    /// How many of them set a number.
    public let numbers: Int

    public init(_ reader: FuzzedReader, seed: UInt64) {
      inputs = reader.inputs
      sweeps = inputs.map(NumberSweep.init)
      numbers = sweeps.reduce(0) { $0 + $1.count }
      self.seed = seed
    }

    public subscript(index: Int) -> [UInt8] {
      var left = index
      for sweep in sweeps {
        if left < sweep.count { return sweep.variant(left) }
        left -= sweep.count
      }
      var damage = Damage(seed: seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(left))
      return damage.apply(to: inputs[left % inputs.count])
    }
  }
}
