/// A row of thousandths by order for each zone, as the files of debugfs `extfrag/` have them (model 8.2, 8.3).
public struct FragmentationRow: Equatable, Sendable {
  public var node: Int
  public var zone: String
  /// Thousandths, by order from order 0 on.
  public var thousandths: [Int]
}

/// debugfs `extfrag/unusable_index`: which share of the free memory is in blocks too small for the order,
/// from 0 to 1000 thousandths (model 8.3).
public struct UnusableIndex: KernelFile {
  public static let fileName = "unusable_index"
  public static let beginnings = ["Node "]

  public var rows: [FragmentationRow]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    rows = try FragmentationRow.read(bytes, file: file)
  }

  public func write(to output: inout TextOutput) {
    for row in rows { row.write(to: &output, unitsWidth: 0) }
  }
}

/// debugfs `extfrag/extfrag_index`: whether a request of the order would fail for lack of memory (towards 0)
/// or for fragmentation (towards 1000 thousandths); −1000 when it would not fail (model 8.2).
///
/// Other negative values are printed by the kernel with the sign on the thousandths: −500 is ` 0.-500`.
public struct ExtfragIndex: KernelFile {
  public static let fileName = "extfrag_index"
  public static let beginnings = ["Node "]

  public var rows: [FragmentationRow]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    rows = try FragmentationRow.read(bytes, file: file)
  }

  public func write(to output: inout TextOutput) {
    for row in rows { row.write(to: &output, unitsWidth: 2) }
  }
}

extension FragmentationRow {
  fileprivate static func read(
    _ bytes: [UInt8], file: String
  ) throws(FormatError) -> [FragmentationRow] {
    var reader = LineReader(bytes, file: file)
    var rows: [FragmentationRow] = []
    while try reader.nextLine() {
      let (node, zone) = try reader.nodeAndZone()
      var row = FragmentationRow(node: node, zone: zone, thousandths: [])
      repeat {
        row.thousandths.append(try readIndex(&reader))
        reader.skipSpaces()
      } while !reader.atEnd
      if rows.contains(where: { $0.node == node && $0.zone == zone }) { rows = [] }
      guard rows.count < Bounds.zones else { throw reader.error("more than \(Bounds.zones) zones") }
      rows.append(row)
    }
    guard !rows.isEmpty else {
      throw FormatError(file: file, problem: "empty; expected a line for each zone")
    }
    return rows
  }

  private static func readIndex(_ reader: inout LineReader) throws(FormatError) -> Int {
    let units = try reader.decimal("an index like 0.500")
    try reader.expect(".")
    let thousandths = try reader.decimal("three digits", below: 1000)
    return units * 1000 + thousandths
  }

  fileprivate func write(to output: inout TextOutput, unitsWidth: Int) {
    output.nodeAndZone(node, zone)
    for value in thousandths {
      output.decimal(value / 1000, width: unitsWidth)
      output.text(".")
      output.decimal(value % 1000, width: 3, fill: "0")
      output.text(" ")
    }
    output.newline()
  }
}
