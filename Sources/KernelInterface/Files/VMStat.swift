/// `/proc/vmstat`: counters of the whole machine since boot (model 9), one `name value` a line.
///
/// A kernel without compaction has no `compact_stall`.
public struct VMStat: KernelFile {
  public static let fileName = "vmstat"

  public var counters: Counters

  /// A counter or gauge, nil if this kernel hasn't got it.
  public subscript(name: String) -> Int? { counters[name] }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    counters = Counters()
    while try reader.nextLine() {
      let name = try reader.word("a counter's name")
      // Another state of the file, right behind the first.
      if name == counters.list.first?.name { counters = Counters() }
      counters.append(name, try reader.wide("a number"))
      try reader.expectEnd()
    }
    guard !counters.list.isEmpty else { throw FormatError(file: file, problem: "empty; expected counters") }
  }

  public func write(to output: inout TextOutput) {
    for counter in counters.list {
      output.text(counter.name)
      output.text(" ")
      output.decimal(counter.value)
      output.newline()
    }
  }
}
