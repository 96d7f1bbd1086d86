/// A capture's `info.txt`: the machine, its settings and what set compaction off, as `key: value` lines, and
/// notes.
public struct CaptureInfo: KernelFile {
  public struct Entry: Equatable, Sendable {
    public let key: String
    public let value: String
    /// Where it stands.
    fileprivate let line: Int

    public static func == (a: Entry, b: Entry) -> Bool { (a.key, a.value) == (b.key, b.value) }
  }

  public static let fileName = "info.txt"

  public let entries: [Entry]
  public let notes: [String]

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
    var keys: Set<String> = []
    var inNotes = false
    while try reader.nextLine() {
      if inNotes {
        try reader.expect("  ")
        notes.append(reader.rest(blanks: true))
        continue
      }
      let key = try reader.word("a key", until: ":")
      try reader.expect(":")
      inNotes = key == "notes"
      _ = reader.skip(" ")
      let entry = Entry(key: key, value: reader.rest(blanks: true), line: reader.line)
      guard keys.insert(key).inserted else { throw reader.error("“\(key)” a second time") }
      if !inNotes { entries.append(entry) }
    }
    func entry(_ key: String) throws(FormatError) -> Entry {
      guard let entry = entries.first(where: { $0.key == key }) else {
        throw FormatError(file: file, problem: "“\(key):” is missing")
      }
      return entry
    }
    let release = try entry("release")
    guard Self.isRelease(release.value) else { throw release.error(file, "a release like 6.12.117") }
    let arch = try entry("arch")
    guard let (architecture, pageSize) = Self.readArchitecture(arch.value) else {
      throw arch.error(file, "an architecture and a page size, as in “arm64, 4 KiB pages”")
    }
    guard pageSize == 4096 else {
      throw arch.error(file, "pages of 4 KiB, the only ones that are simulated")
    }
    guard ["arm64", "aarch64", "x86_64"].contains(architecture) else {
      throw arch.error(file, "arm64 or x86_64, the only ones understood")
    }
    let trigger = try entry("trigger")
    guard let recorded = RecordedTrigger(trigger.value) else {
      throw trigger.error(file, "sync, syncs:N, node, hugetlb:PAGES, thp:MIB, proactive:SECONDS or none")
    }
    self.entries = entries
    self.notes = notes
    self.release = release.value
    self.architecture = architecture
    self.pageSize = pageSize
    self.trigger = recorded
    triggerCPU = try entries.first { $0.key == "trigger-cpu" }.map { (entry) throws(FormatError) in
      try entry.number(in: 0...Bounds.cpus - 1, file, "a CPU's number")
    }
    traceStats = try entries.filter { $0.key.hasPrefix("trace-stats-cpu") }.map {
      (entry) throws(FormatError) in
      guard let cpu = Int(entry.key.dropFirst("trace-stats-cpu".count)),
        let stats = TraceStats(cpu: cpu, entry.value)
      else { throw entry.error(file, "entries, overrun, commit overrun and dropped events") }
      return stats
    }
    for (name, range) in Self.sysctls {
      _ = try entries.first { $0.key == "vm." + name }?.number(
        in: range, file, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// An error about a line that was read well, as something else shows that it cannot be so.
  func error(_ key: String, file: String, expected: String) -> FormatError {
    entries.first { $0.key == key }?.error(file, expected) ?? FormatError(file: file, problem: expected)
  }

  /// The settings that decide what compaction does, with what the kernel takes for them (model 10.4).
  private static let sysctls: KeyValuePairs<String, ClosedRange<Int>> = [
    "compaction_proactiveness": 0...100, "extfrag_threshold": 0...1000, "compact_unevictable_allowed": 0...1,
    "watermark_boost_factor": 0...Int(Int32.max),
  ]

  /// Whether it begins with two numbers.
  private static func isRelease(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count >= 2 && Int(numbers[0]) != nil
      && Int(numbers[1].prefix { $0.isASCII && $0.isNumber }) != nil
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

extension CaptureInfo.Entry {
  fileprivate func error(_ file: String, _ expected: String) -> FormatError {
    FormatError(file: file, line: line, problem: "\(key) “\(value.prefix(40))”; expected \(expected)")
  }

  /// The value's first word as a number.
  fileprivate func number(
    in range: ClosedRange<Int>, _ file: String, _ expected: String
  ) throws(FormatError) -> Int {
    guard let number = Int(value.prefix { $0 != " " }), range.contains(number) else {
      throw error(file, expected)
    }
    return number
  }
}
