/// `/proc/iomem`: what lies at which physical address, one region a line, those inside another one below it.
///
/// Without root all addresses read as 0.
public struct IOMem: KernelFile {
  public struct Region: Equatable, Sendable {
    /// How many regions it lies in.
    public var depth: Int
    /// The first byte's physical address.
    public var first: Int
    /// The last byte's physical address.
    public var last: Int
    public var name: String
  }

  public static let fileName = "iomem"

  public var regions: [Region]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    regions = []
    while try reader.nextLine() {
      var depth = 0
      while reader.skip("  ") { depth += 1 }
      let first = try reader.hexadecimal("an address", below: .max)
      try reader.expect("-")
      let last = try reader.hexadecimal("an address", below: .max)
      try reader.expect(" : ")
      guard depth <= (regions.last?.depth ?? -1) + 1, first <= last else {
        throw reader.error("not a region, nor one inside the region above")
      }
      regions.append(Region(depth: depth, first: first, last: last, name: reader.rest()))
    }
    guard !regions.isEmpty else { throw FormatError(file: file, problem: "empty; expected regions") }
  }

  public func write(to output: inout TextOutput) {
    for region in regions {
      for _ in 0..<region.depth { output.text("  ") }
      output.hexadecimal(region.first, width: 8)
      output.text("-")
      output.hexadecimal(region.last, width: 8)
      output.text(" : ")
      output.text(region.name)
      output.newline()
    }
  }
}
