/// A tracefs `trace` file.
public struct Trace: KernelFile {
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
    var reader = LineReader(bytes, file: file)
    header = nil
    lines = []
    losses = []
    var tracer = ""
    while try reader.nextLine() {
      if reader.skip("#") {
        if reader.skip(" tracer: ") {
          tracer = reader.rest()
        } else if reader.skip(" entries-in-buffer/entries-written:") {
          header = try Header(tracer: tracer, &reader)
        }
      } else if reader.skip("CPU:") {
        losses.append(try Loss(beforeLine: lines.count, &reader))
      } else if !reader.atEnd {
        lines.append(try TraceLine(&reader))
      }
    }
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
    try reader.expect("   #P:")
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
  /// `CPU:0 [LOST 12 EVENTS]`
  fileprivate init(beforeLine: Int, _ reader: inout LineReader) throws(FormatError) {
    self.beforeLine = beforeLine
    cpu = try reader.count("a CPU's number")
    try reader.expect(" [LOST ")
    events = reader.skip("EVENTS]") ? nil : try reader.count("a number of events")
    if events != nil { try reader.expect(" EVENTS]") }
    try reader.expectEnd()
  }

  fileprivate func write(to output: inout TextOutput) {
    output.text("CPU:\(cpu) [LOST \(events.map { "\($0) " } ?? "")EVENTS]\n")
  }
}
