/// `/proc/meminfo`: amounts in KiB, and numbers of huge pages.
public struct MemInfo: KernelFile {
  /// Lines with the unit kB; the others are plain numbers.
  private var units: [Bool]
  public var counters: Counters

  public static let fileName = "meminfo"

  /// An amount in KiB or a number, by its name without the colon.
  public subscript(name: String) -> Int? { counters[name] }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    units = []
    counters = Counters()
    while try reader.nextLine() {
      let name = try reader.word("a name", until: ":")
      try reader.expect(":")
      if name == counters.list.first?.name { (units, counters) = ([], Counters()) }
      counters.append(name, try reader.wide("a number"))
      units.append(reader.skip(" kB"))
      try reader.expectEnd()
    }
    guard !units.isEmpty else { throw FormatError(file: file, problem: "empty; expected amounts of memory") }
  }

  public func write(to output: inout TextOutput) {
    for (counter, unit) in zip(counters.list, units) {
      let label = counter.name + ":"
      output.left(label, 16)
      output.decimal(counter.value, width: 24 - max(16, label.utf8.count))
      if unit { output.text(" kB") }
      output.newline()
    }
  }
}
