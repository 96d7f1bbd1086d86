import Foundation
import Surroundings
import Testing

@Suite("Damaged recordings on the command line")
struct DamagedCaptureTests {
  /// A small recording that comes with the program, to be damaged.
  final class Copy {
    let folder: TemporaryFolder
    var path: String { folder.file("capture") }

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.copyItem(
        atPath: Repository.recording("arm64-6.1-512m-sync"), toPath: folder.file("capture"))
    }

    func change(_ name: String, _ change: (inout Data) -> Void) throws {
      let url = URL(fileURLWithPath: path + "/" + name)
      var data = try Data(contentsOf: url)
      change(&data)
      try data.write(to: url)
    }

    func replace(_ text: String, with other: String, in name: String) throws {
      try change(name) { data in
        let before = String(decoding: data, as: UTF8.self)
        let after = before.replacing(text, with: other)
        #expect(before != after, "\(name) does not hold \(text)")
        data = Data(after.utf8)
      }
    }

    /// Replaces a line, counted from 1.
    func replaceLine(_ number: Int, with text: String, in name: String) throws {
      try change(name) { data in
        var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        lines[number - 1] = text
        data = Data(lines.joined(separator: "\n").utf8)
      }
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
  }

  /// Expects one line on stderr that names the place in the recording, and status 65.
  private func expectRefusal(
    of capture: Copy, at place: String, saying word: String,
    by command: [String] = ["simulate", "--capture"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Program.run(command + [capture.path])
    #expect(result.status == 65, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    let complaints = result.errors.split(separator: "\n").filter { !$0.contains("warning:") }
    #expect(complaints.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    let complaint = complaints.first ?? ""
    #expect(complaint.contains("\(capture.path)/\(place)"), "\(complaint)", sourceLocation: sourceLocation)
    #expect(complaint.contains(word), "\(complaint)", sourceLocation: sourceLocation)
  }

  /// Expects that the rest is used, and a warning that names the file.
  private func expectWarning(
    about capture: Copy, at place: String, saying word: String, by command: [String] = ["compare"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Program.run(command + [capture.path])
    #expect([0, 1].contains(result.status), "\(result.errors)", sourceLocation: sourceLocation)
    #expect(!result.output.isEmpty, sourceLocation: sourceLocation)
    let warning = result.errors.split(separator: "\n").first { $0.contains("\(capture.path)/\(place)") } ?? ""
    #expect(warning.contains("warning:"), "\(result.errors)", sourceLocation: sourceLocation)
    #expect(warning.contains(word), "\(warning)", sourceLocation: sourceLocation)
  }

  @Test(
    "A file that the rest is of no use without is refused when it is missing",
    arguments: ["info.txt", "before/zoneinfo", "before/kpageflags.zst"])
  func missing(name: String) throws {
    let capture = try Copy()
    try capture.remove(name)
    try expectRefusal(
      of: capture, at: name.replacing(".zst", with: ""), saying: "no such file")
  }

  @Test(
    "Files that can be done without are warned about when they are missing, and the rest is simulated",
    arguments: ["pinned", "freelists", "pageblocks", "kpagecount.zst", "buddyinfo"])
  func missingButUsable(name: String) throws {
    let capture = try Copy()
    try capture.remove("before/" + name)
    try expectWarning(
      about: capture, at: "before/" + name.replacing(".zst", with: ""), saying: "missing",
      by: ["simulate", "--json", "--capture"])
  }

  @Test("A recording without its trace or the state after can be simulated, but not compared")
  func withoutTrace() throws {
    let capture = try Copy()
    try capture.remove("trace")
    #expect(try Program.run("simulate", "--capture", capture.path).status == 0)
    try expectRefusal(of: capture, at: "trace", saying: "no such file", by: ["compare"])
    let other = try Copy()
    try other.remove("after/zoneinfo")
    #expect(try Program.run("simulate", "--capture", other.path).status == 0)
    try expectRefusal(of: other, at: "after/zoneinfo", saying: "no such file", by: ["compare"])
  }

  @Test("A folder that is not there is refused with its name")
  func noFolder() throws {
    let result = try Program.run("simulate", "--capture", "/nowhere/at-all")
    #expect(result.status == 65)
    #expect(result.errors.contains("/nowhere/at-all/info.txt"))
  }

  @Test("A compressed file that is cut short is refused")
  func cutShort() throws {
    let capture = try Copy()
    try capture.change("before/kpageflags.zst") { $0.removeLast($0.count / 2) }
    try expectRefusal(of: capture, at: "before/kpageflags.zst", saying: "cut short")
  }

  @Test("Page flags that end within a word, or before the last zone does, are refused")
  func wrongLength() throws {
    for length in [8 * 1000 + 3, 8 * 1000] {
      let capture = try Copy()
      try capture.remove("before/kpageflags.zst")
      try Data(count: length).write(to: URL(fileURLWithPath: capture.path + "/before/kpageflags"))
      try expectRefusal(
        of: capture, at: "before/kpageflags", saying: length % 8 == 0 ? "the last zone ends" : "8")
    }
  }

  @Test(
    "Garbage in a line is refused with file and line",
    arguments: [
      ("before/buddyinfo", 1), ("before/zoneinfo", 10), ("before/pagetypeinfo", 6), ("before/freelists", 9),
      ("before/pageblocks", 12),
    ])
  func garbage(name: String, line: Int) throws {
    let capture = try Copy()
    try capture.replaceLine(line, with: "\u{1}garbage 0xzz ÿ -", in: name)
    try expectRefusal(of: capture, at: "\(name):\(line)", saying: "expected")
  }

  @Test("Garbage in the trace is refused with file and line by those who read it")
  func garbageInTrace() throws {
    let capture = try Copy()
    try capture.replaceLine(40, with: "not a line of a trace", in: "trace")
    try expectRefusal(of: capture, at: "trace:40", saying: "expected", by: ["compare"])
  }

  @Test("Another page size and another architecture are refused with the line that says so")
  func anotherMachine() throws {
    for (machine, word) in [("arm64, 16 KiB pages", "16 KiB"), ("riscv64, 4 KiB pages", "riscv64")] {
      let capture = try Copy()
      try capture.replace("arch: arm64, 4 KiB pages", with: "arch: \(machine)", in: "info.txt")
      try expectRefusal(of: capture, at: "info.txt:4", saying: word)
      try expectRefusal(of: capture, at: "info.txt:4", saying: word, by: ["compare"])
    }
  }

  @Test("A trace that overran is warned about, and compared as far as it goes")
  func overrun() throws {
    let capture = try Copy()
    try capture.replace(
      "entries: 857 overrun: 0", with: "entries: 857 overrun: 12", in: "info.txt")
    try capture.replace(
      "entries-in-buffer/entries-written: 857/857", with: "entries-in-buffer/entries-written: 857/869",
      in: "trace")
    try expectWarning(about: capture, at: "info.txt", saying: "overran: 12 events")
    try expectWarning(about: capture, at: "trace", saying: "overran: 12 events")
  }

  @Test("A trace that was cut short at a line's end is warned about, and compared as far as it goes")
  func cutTrace() throws {
    let capture = try Copy()
    try capture.change("trace") { data in
      var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
      lines.removeLast(200)
      data = Data((lines.joined(separator: "\n") + "\n").utf8)
    }
    try expectWarning(about: capture, at: "trace", saying: "cut short")
  }
}
