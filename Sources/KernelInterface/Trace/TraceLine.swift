/// One line of tracefs text: who, where, when, and the event.
public struct TraceLine: Equatable, Sendable {
  /// The task's name, at most 15 bytes; it may have spaces and dashes in it.
  public var task: String
  public var pid: Int
  public var cpu: Int
  /// irqs-off, need-resched, hardirq/softirq, preempt-depth and migrate-disable: a dot where there is none. Empty
  /// where they were not printed.
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
    if !flags.isEmpty { output.text(" ") }
    output.decimal(time.components.seconds, width: 5)
    output.text(".")
    output.decimal(time.components.attoseconds / TraceLine.attosecondsPerMicrosecond, width: 6, fill: "0")
    output.text(": ")
    event.write(to: &output)
    output.newline()
  }

  /// `            task-pid     [cpu] flags    seconds.micros: event: fields`, as tracefs prints it; kernels 3.x have
  /// no flags, an option puts the thread group's number in parentheses before the CPU, `trace-cmd report` leaves the
  /// flags out, too, and `perf script` writes the task as `task  pid` and the event with its group,
  /// `compaction:mm_compaction_begin:`.
  init(_ reader: inout LineReader) throws(FormatError) {
    (task, pid) = try reader.taskAndPID()
    cpu = try reader.count("a CPU's number", below: Bounds.cpus)
    try reader.expect("]")
    reader.skipSpaces()
    flags = reader.isAtDigit ? "" : try reader.word("flags like .....")
    let seconds = try reader.count("a time in seconds")
    try reader.expect(".")
    time = try .seconds(seconds) + reader.fractionOfSecond()
    try reader.expect(":")
    var name = try reader.word("a tracepoint's name", until: ":")
    try reader.expect(":")
    if let next = reader.peek, next != UInt8(ascii: " "), next != UInt8(ascii: "\t") {
      name = try reader.word("a tracepoint's name", until: ":")
      try reader.expect(":")
    }
    event = try TraceEvent(name: name, &reader)
  }
}

extension LineReader {
  fileprivate var isAtDigit: Bool {
    peek.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// Six digits of a second, or nine, of which only whole microseconds count.
  fileprivate mutating func fractionOfSecond() throws(FormatError) -> Duration {
    let what = "six digits of a second"
    var digits = 0
    var ahead = self
    while ahead.isAtDigit {
      digits += 1
      ahead.advance()
    }
    guard digits == 6 || digits == 9 else { throw unexpected(what) }
    let fraction = try count(what)
    return .microseconds(digits == 6 ? fraction : fraction / 1000)
  }

  /// `            task-pid    `, up to ` [`, or perf's `task  pid    `. The name may have any byte in it, dashes and
  /// blanks too, so it ends at the first of these that has only a number between itself and a bracket.
  fileprivate mutating func taskAndPID() throws(FormatError) -> (String, Int) {
    skipSpaces()
    let start = self
    var name: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " "), let pid = pidAndBracket() {
        while byte == UInt8(ascii: " "), name.last == byte { name.removeLast() }
        return (String(decoding: name, as: UTF8.self), pid)
      }
      name.append(byte)
      advance()
    }
    throw start.unexpected("task-pid [cpu]")
  }

  /// Skips `-pid   [` or ` pid  [` if it comes next, with perf's `/tid` or a thread group's `(tgid)` between.
  private mutating func pidAndBracket() -> Int? {
    var ahead = self
    let isPerfs = peek == UInt8(ascii: " ")
    ahead.advance()
    guard ahead.isAtDigit, let pid = try? ahead.count("a process's number", below: Bounds.event) else {
      return nil
    }
    if isPerfs, ahead.skip("/"), (try? ahead.count("a thread's number", below: Bounds.event)) == nil {
      return nil
    }
    ahead.skipSpaces()
    if ahead.skip("(") {
      ahead.skipSpaces()
      guard ahead.optionalWord(until: ")") != nil, ahead.skip(")") else { return nil }
      ahead.skipSpaces()
    }
    guard ahead.skip("[") else { return nil }
    self = ahead
    return pid
  }
}
