/// A tracefs `trace` file, or what `trace-cmd report` and `perf script` print of one.
public struct Trace: KernelFile {
  public static let fileName = "trace"

  /// Events that a CPU's buffer lost, noted before line `beforeLine` of `lines`.
  public struct Loss: Equatable, Sendable {
    public var beforeLine: Int
    public var cpu: Int
    /// nil where the kernel doesn't know the number.
    public var events: Int?
  }

  /// What the comment at the top says.
  public struct Header: Equatable, Sendable {
    public var tracer: String
    public var entriesInBuffer: Int
    /// More than `entriesInBuffer` when the buffer was too small.
    public var entriesWritten: Int
    public var cpus: Int
  }

  /// nil for text without the comment, as a program prints it.
  public var header: Header?
  public var lines: [TraceLine]
  public var losses: [Loss]

  public init(lines: [TraceLine]) {
    self.lines = lines
    losses = []
  }

  /// Events that happened and are not in the trace.
  public var overrun: Int {
    guard let header else { return 0 }
    return max(0, header.entriesWritten - header.entriesInBuffer)
  }

  /// The part of the lines between two marks, both excluded; nil if one is missing.
  public func lines(between first: String, and second: String) -> ArraySlice<TraceLine>? {
    guard let start = lines.firstIndex(where: { $0.event == .mark(first) }),
      let end = lines[start...].firstIndex(where: { $0.event == .mark(second) })
    else { return nil }
    return lines[(start + 1)..<end]
  }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    self.init(lines: [])
    var tracer = ""
    var reader = LineReader(bytes, file: file)
    try read(&reader, tracer: &tracer)
  }

  /// Reads a text that comes in pieces, as nobody needs all of it at once.
  /// - Parameter pieces: hands each piece on, in order; a line may begin in one and end in another.
  init(
    file: String, pieces: (([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var trace = Trace(lines: [])
    var tracer = ""
    var line = 0
    var rest: [UInt8] = []
    func read(_ text: [UInt8]) throws(FileFailure) {
      var reader = LineReader(ShellSession(text).withoutPrompts(), file: file, after: line)
      do throws(FormatError) {
        try trace.read(&reader, tracer: &tracer)
      } catch {
        throw .malformed(error)
      }
      line = reader.line
    }
    try pieces { (piece: [UInt8]) throws(FileFailure) in
      rest += piece
      guard let newline = rest.lastIndex(of: UInt8(ascii: "\n")) else {
        guard rest.count <= Self.longestLine else {
          throw .malformed(
            FormatError(file: file, line: line + 1, problem: "a line of \(rest.count) bytes and more"))
        }
        return
      }
      let next = Array(rest[(newline + 1)...])
      rest.removeSubrange((newline + 1)...)
      try read(rest)
      rest = next
    }
    try read(rest)
    self = trace
  }

  private static let longestLine = 1 << 20

  private mutating func read(_ reader: inout LineReader, tracer: inout String) throws(FormatError) {
    while try reader.nextLine() {
      if reader.skip("#") {
        if reader.skip(" tracer: ") {
          tracer = reader.rest()
        } else if reader.skip(" entries-in-buffer/entries-written:") {
          header = try Header(tracer: tracer, &reader)
        }
      } else if reader.skip("CPU:") {
        losses.append(try Loss(beforeLine: lines.count, &reader))
      } else if !Self.isAround(reader) {
        lines.append(try TraceLine(&reader))
      }
    }
  }

  /// Whether the current line tells of no event: what trace-cmd says of its own file, and functions of a stack.
  private static func isAround(_ reader: LineReader) -> Bool {
    var ahead = reader
    if ["cpus=", "version = ", "CPU "].contains(where: { ahead.skip($0) }) { return true }
    guard ahead.skipIndent() > 0 else { return false }
    if ahead.skip("=> ") { return true }
    // `    ffffffff81234567 compact_zone+0x1 ([kernel.kallsyms])`
    return (try? ahead.wideHexadecimal("an address")) != nil && ahead.skip(" ") && ahead.rest().hasSuffix(")")
  }

  public func write(to output: inout TextOutput) {
    header?.write(to: &output)
    var losses = losses[...]
    for (index, line) in lines.enumerated() {
      while let loss = losses.first, loss.beforeLine == index {
        loss.write(to: &output)
        losses.removeFirst()
      }
      line.write(to: &output)
    }
    for loss in losses { loss.write(to: &output) }
  }
}

extension Trace.Header {
  fileprivate init(tracer: String, _ reader: inout LineReader) throws(FormatError) {
    self.tracer = tracer
    entriesInBuffer = try reader.count("a number of events")
    try reader.expect("/")
    entriesWritten = try reader.count("a number of events")
    reader.skipSpaces()
    try reader.expect("#P:")
    cpus = try reader.count("a number of CPUs")
    try reader.expectEnd()
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text(
      """
      # tracer: \(tracer)
      #
      # entries-in-buffer/entries-written: \(entriesInBuffer)/\(entriesWritten)   #P:\(cpus)
      #
      #                                _-----=> irqs-off/BH-disabled
      #                               / _----=> need-resched
      #                              | / _---=> hardirq/softirq
      #                              || / _--=> preempt-depth
      #                              ||| / _-=> migrate-disable
      #                              |||| /     delay
      #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
      #              | |         |   |||||     |         |

      """)
  }
}

extension Trace.Loss {
  /// `CPU:0 [LOST 12 EVENTS]`, or trace-cmd's `CPU:0 [12 EVENTS DROPPED]`; the number may be missing.
  fileprivate init(beforeLine: Int, _ reader: inout LineReader) throws(FormatError) {
    self.beforeLine = beforeLine
    cpu = try reader.count("a CPU's number", below: Bounds.cpus)
    try reader.expect(" [")
    let isTracefs = reader.skip("LOST ")
    let isUnknown = reader.peek == UInt8(ascii: "E")
    events = isUnknown ? nil : try reader.count("a number of events", below: Bounds.event)
    if !isUnknown { try reader.expect(" ") }
    try reader.expect(isTracefs ? "EVENTS]" : "EVENTS DROPPED]")
    try reader.expectEnd()
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("CPU:\(cpu) [LOST \(events.map { "\($0) " } ?? "")EVENTS]\n")
  }
}
