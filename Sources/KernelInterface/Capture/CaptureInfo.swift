/// A capture's `info.txt`: the machine, its settings and what set compaction off, as `key: value` lines, and
/// notes.
public struct CaptureInfo: KernelFile {
  public struct Entry: Equatable, Sendable {
    public var key: String
    public var value: String
  }

  public var entries: [Entry]
  public var notes: [String]

  /// The kernel's release (`uname -r`), at least two numbers.
  public let release: String
  /// The architecture as the kernel names it: arm64, x86_64.
  public let architecture: String
  /// Bytes a page.
  public let pageSize: Int
  public let trigger: RecordedTrigger
  /// The CPU that the recording and triggering program was bound to, nil if it wasn't.
  public let triggerCPU: Int?
  public let traceStats: [TraceStats]

  /// The value of a line by its key.
  public subscript(key: String) -> String? { entries.first { $0.key == key }?.value }

  /// A setting of `/proc/sys/vm` before the trigger, as in `sysctl("extfrag_threshold")`.
  public func sysctl(_ name: String) -> Int? { self["vm." + name].flatMap { Int($0) } }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    var entries: [Entry] = []
    var notes: [String] = []
    var lines: [String: Int] = [:]
    var inNotes = false
    while try reader.nextLine() {
      if inNotes {
        try reader.expect("  ")
        notes.append(reader.rest())
        continue
      }
      let key = try reader.word("a key", until: ":")
      try reader.expect(":")
      inNotes = key == "notes"
      _ = reader.skip(" ")
      let value = reader.rest()
      guard lines.updateValue(reader.line, forKey: key) == nil else {
        throw reader.error("“\(key)” a second time")
      }
      if !inNotes { entries.append(Entry(key: key, value: value)) }
    }
    func value(_ key: String) throws(FormatError) -> String {
      guard let entry = entries.first(where: { $0.key == key }) else {
        throw FormatError(file: file, problem: "“\(key):” is missing")
      }
      return entry.value
    }
    func wrong(_ key: String, _ expected: String) -> FormatError {
      let found = entries.first { $0.key == key }?.value ?? ""
      return FormatError(
        file: file, line: lines[key], problem: "\(key) “\(found.prefix(40))”; expected \(expected)")
    }
    let release = try value("release")
    let numbers = release.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count >= 2, Int(numbers[0]) != nil, Int(numbers[1].prefix(while: \.isNumber)) != nil else {
      throw wrong("release", "a release like 6.12.117")
    }
    guard let (architecture, pageSize) = Self.readArchitecture(try value("arch")) else {
      throw wrong("arch", "an architecture and a page size, as in “arm64, 4 KiB pages”")
    }
    guard pageSize == 4096 else { throw wrong("arch", "pages of 4 KiB, the only ones understood") }
    guard ["arm64", "aarch64", "x86_64"].contains(architecture) else {
      throw wrong("arch", "arm64 or x86_64, the only ones understood")
    }
    guard let trigger = RecordedTrigger(try value("trigger")) else {
      throw wrong("trigger", "sync, syncs:N, node, hugetlb:PAGES, thp:MIB, proactive:SECONDS or none")
    }
    var triggerCPU: Int?
    if let text = entries.first(where: { $0.key == "trigger-cpu" })?.value {
      triggerCPU = Int(text.prefix { $0 != " " })
      guard let triggerCPU, triggerCPU >= 0 else { throw wrong("trigger-cpu", "a CPU's number") }
    }
    var traceStats: [TraceStats] = []
    for entry in entries where entry.key.hasPrefix("trace-stats-cpu") {
      guard let cpu = Int(entry.key.dropFirst("trace-stats-cpu".count)),
        let stats = TraceStats(cpu: cpu, entry.value)
      else { throw wrong(entry.key, "entries, overrun, commit overrun and dropped events") }
      traceStats.append(stats)
    }
    self.entries = entries
    self.notes = notes
    self.release = release
    self.architecture = architecture
    self.pageSize = pageSize
    self.trigger = trigger
    self.triggerCPU = triggerCPU
    self.traceStats = traceStats
  }

  /// `arm64, 4 KiB pages`
  private static func readArchitecture(_ text: String) -> (String, Int)? {
    let words = text.split(separator: " ")
    guard words.count == 4, words[0].hasSuffix(","), let size = Int(words[1]), (1...1024).contains(size),
      words[2] == "KiB", words[3] == "pages"
    else { return nil }
    return (String(words[0].dropLast()), size * 1024)
  }

  public func write(to output: inout TextOutput) {
    for entry in entries {
      output.text("\(entry.key): \(entry.value)\n")
    }
    output.text("notes:\n")
    for note in notes { output.text("  \(note)\n") }
  }
}
