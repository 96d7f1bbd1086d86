/// One line of tracefs text: who, where, when, and the event.
public struct TraceLine: Equatable, Sendable {
  /// The task's name, at most 15 bytes; it may have spaces and dashes in it.
  public var task: String
  public var pid: Int
  public var cpu: Int
  /// irqs-off, need-resched, hardirq/softirq, preempt-depth and migrate-disable: a dot where there is none.
  public var flags: String
  /// On the tracing clock, in whole microseconds.
  public var time: Duration
  public var event: TraceEvent

  public init(
    task: String, pid: Int, cpu: Int, flags: String = ".....", time: Duration, event: TraceEvent
  ) {
    self.task = task
    self.pid = pid
    self.cpu = cpu
    self.flags = flags
    self.time = time
    self.event = event
  }

  private static let attosecondsPerMicrosecond: Int64 = 1_000_000_000_000

  /// The line as tracefs prints it, with its newline.
  public func write(to output: inout TextOutput) {
    output.right(task, 16)
    output.text("-")
    output.left(String(pid), 7)
    output.text(" [")
    output.decimal(cpu, width: 3, fill: "0")
    output.text("] ")
    output.text(flags)
    output.text(" ")
    output.decimal(time.components.seconds, width: 5)
    output.text(".")
    output.decimal(time.components.attoseconds / TraceLine.attosecondsPerMicrosecond, width: 6, fill: "0")
    output.text(": ")
    event.write(to: &output)
    output.newline()
  }

  /// `            task-pid     [cpu] flags    seconds.micros: event: fields`
  init(_ reader: inout LineReader) throws(FormatError) {
    (task, pid) = try reader.taskAndPID()
    cpu = try reader.count("a CPU's number")
    try reader.expect("] ")
    flags = try reader.word("flags like .....")
    let seconds = try reader.wide("a time in seconds")
    try reader.expect(".")
    let fraction = try reader.wide("six digits of a second")
    guard seconds < 1 << 40, fraction < 1_000_000 else { throw reader.error("a time out of range") }
    time = Duration(
      secondsComponent: Int64(seconds),
      attosecondsComponent: Int64(fraction) * TraceLine.attosecondsPerMicrosecond)
    try reader.expect(": ")
    let name = try reader.word("a tracepoint's name", until: ":")
    try reader.expect(": ")
    event = try TraceEvent(name: name, &reader)
  }
}

extension LineReader {
  /// `            task-pid    `, up to ` [`. The name may have any byte in it, dashes too, so it ends at the
  /// first dash that has only a number and spaces between itself and a bracket.
  fileprivate mutating func taskAndPID() throws(FormatError) -> (String, Int) {
    skipSpaces()
    let start = self
    var name: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "-"), let pid = pidAndBracket() {
        return (String(decoding: name, as: UTF8.self), pid)
      }
      name.append(byte)
      advance()
    }
    throw start.unexpected("task-pid [cpu]")
  }

  /// Skips `-pid   [` if it comes next.
  private mutating func pidAndBracket() -> Int? {
    var attempt = self
    attempt.advance()
    guard let pid = try? attempt.count("a process's number") else { return nil }
    attempt.skipSpaces()
    guard attempt.skip("[") else { return nil }
    self = attempt
    return pid
  }
}
