import Canvas
import Foundation
import KernelInterface
import Surroundings
import Testing

@Suite("The command line")
struct CommandLineTests {
  private func simulate(_ arguments: String...) throws -> [String: Any] {
    let result = try Program.run("simulate", arguments[0], "--json")
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test("A simulated lesson run ends complete, and its counters and free blocks add up")
  func simulateLesson() throws {
    let report = try simulate("two-scanners")
    #expect(report["result"] as? String == "complete")
    #expect(report["kernel"] as? String == "6.12")
    let zone = try #require((report["zones"] as? [[String: Any]])?.first)
    let before = try #require(zone["before"] as? [Int])
    let after = try #require(zone["buddyinfo"] as? [Int])
    func pages(_ counts: [Int]) -> Int { counts.enumerated().reduce(0) { $0 + $1.element << $1.offset } }
    #expect(pages(before) == pages(after))
    #expect(zone["free_pages"] as? Int == pages(after))
    #expect(after[4] + after[5] > before[4] + before[5])
    let counters = try #require(report["vmstat"] as? [String: Int])
    let moved = try #require(counters["pgmigrate_success"])
    #expect(moved > 0)
    #expect(try #require(counters["compact_isolated"]) >= 2 * moved)
    #expect(try #require(counters["compact_migrate_scanned"]) > moved)
  }

  @Test("The 8 GB board is simulated at full size: both zones complete, no page is lost")
  func simulateBoard() throws {
    let report = try simulate("rock-5b-plus-8g")
    let zones = try #require(report["zones"] as? [[String: Any]])
    #expect(zones.map { $0["name"] as? String } == ["DMA", "Normal"])
    for zone in zones {
      #expect(zone["result"] as? String == "complete")
      let before = try #require(zone["before"] as? [Int])
      let after = try #require(zone["buddyinfo"] as? [Int])
      #expect(before.count == 11)
      #expect(before != after)
      func pages(_ counts: [Int]) -> Int { counts.enumerated().reduce(0) { $0 + $1.element << $1.offset } }
      // A few may wait on per-CPU lists when the run is over.
      #expect(abs(pages(before) - pages(after)) < 4096)
    }
    let counters = try #require(report["vmstat"] as? [String: Int])
    #expect(try #require(counters["pgmigrate_success"]) > 10_000)
  }

  @Test("Without --json the free blocks are written as the kernel writes them")
  func simulateAsText() throws {
    let result = try Program.run("simulate", "two-scanners", "--kernel", "6.18")
    #expect(result.status == 0)
    #expect(result.output.contains("as Linux 6.18: complete"))
    #expect(result.output.contains("Node 0, zone   Normal "))
    #expect(result.output.contains("pgmigrate_success "))
  }

  @Test("With --events every event is a JSON object a line, with --csv a row under its names")
  func simulateEvents() throws {
    let lines = try Program.run("simulate", "two-scanners", "--events").output.split(separator: "\n")
    let objects = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let table = try Program.run("simulate", "two-scanners", "--csv").output.split(separator: "\n").map(cells)
    let names = try #require(table.first)
    #expect(table.count == objects.count + 1)
    for (object, row) in zip(objects, table.dropFirst()) {
      #expect(row.count == names.count)
      let cells = zip(names, row).filter { !$1.isEmpty }
      #expect(cells.count == object.count)
      for (name, cell) in cells { #expect(object[name].map { "\($0)" } == cell) }
    }
    #expect(Set(objects.map { $0["step"] as? Int }) == Set(1...879))
    #expect(objects.allSatisfy { ($0["said"] as? String)?.hasSuffix(".") == true })
    let moved = objects.filter { $0["event"] as? String == "mm_compaction_migratepages" }
      .reduce(0) { $0 + ($1["nr_migrated"] as? Int ?? 0) }
    let counters = try simulate("two-scanners")["vmstat"] as? [String: Int]
    #expect(moved == counters?["pgmigrate_success"])
  }

  /// The cells of a row; what stands in quotation marks is one of them.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test("The events of a recording's simulation are those of its tracepoint text")
  func captureEvents() throws {
    let capture = Repository.recording("arm64-6.1-512m-sync")
    let events = try Program.run("simulate", "--capture", capture, "--csv").output.split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
    let trace = try Program.run("simulate", "--capture", capture, "--ftrace").output.split(separator: "\n")
      .compactMap { $0.firstMatch(of: /: (mm_\w+):/)?.output.1 }
    #expect(!trace.isEmpty)
    #expect(
      events.filter { $0.hasPrefix("mm_compaction_isolate") }
        == trace.filter { $0.hasPrefix("mm_compaction_isolate") })
    #expect(try Program.run("simulate", "two-scanners", "--json", "--events").status == 64)
  }

  @Test("A scenario and a recording are reported alike, as JSON and as text")
  func oneReport() throws {
    let scenario = try simulate("two-scanners")
    let capture = try simulate("--capture=\(Repository.recording("arm64-6.1-512m-sync"))")
    #expect(Set(scenario.keys) == Set(capture.keys))
    for report in [scenario, capture] {
      let sums = try #require(report["sums"] as? [String: Int])
      let vmstat = try #require(report["vmstat"] as? [String: Int])
      #expect(sums["migrated"] == vmstat["pgmigrate_success"])
      #expect(sums["migrate_scanned"] == vmstat["compact_migrate_scanned"])
      #expect(sums["free_scanned"] == vmstat["compact_free_scanned"])
      #expect(try #require(sums["succeeded"]) <= (sums["runs"] ?? 0))
      #expect((report["inferences"] as? [Any])?.isEmpty == true)
      #expect((report["ranges"] as? [Any])?.isEmpty == true)
    }
    #expect(capture["title"] as? String == "arm64-6.1-512m-sync")
    #expect(try Program.run("simulate", "two-scanners").output.contains("\nmigrate_scanned "))
  }

  @Test("A scenario is traced as the kernel traces, with the step of an event in place of its time")
  func ftrace() throws {
    let trace = try Program.run("simulate", "two-scanners", "--ftrace").output.split(separator: "\n")
    #expect(trace.first?.hasPrefix("# ") == true)
    let times = trace.compactMap { $0.firstMatch(of: #/ 0\.(\d{6}): mm_/#).flatMap { Int($0.output.1) } }
    let steps = try Program.run("simulate", "two-scanners", "--csv").output.split(separator: "\n").dropFirst()
      .map(cells).filter { $0[2].hasPrefix("mm_") }.compactMap { Int($0[0]) }
    #expect(times.count == trace.count - 1)
    #expect(times == steps)
  }

  @Test("The key map is printed as a file of one's own keys, and such a file is followed or refused by line")
  func keys() throws {
    let folder = try TemporaryFolder()
    let own = ["XDG_CONFIG_HOME": folder.path]
    let usual = try Program.run("keys", environment: own)
    #expect(usual.status == 0)
    #expect(usual.output.contains("  step: [\"Right\", \".\"]"))
    let path = try folder.write("compaction-lab/keys.yaml", usual.output)
    #expect(try Program.run("keys", environment: own).output == usual.output)
    try folder.write("compaction-lab/keys.yaml", "run:\n  stepp: n\n")
    let refused = try Program.run("keys", environment: own)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("\(path):2:3: "))
    #expect(try Program.run("doctor", environment: own).output.contains("\(path):2:3: "))
  }

  @Test("A picture is rendered without a display, in the size that was asked for")
  func render() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "render", "two-scanners", "--step", "60", "--size", "1280x720", "--theme", "light", "--out",
      folder.file("x.png"))
    guard result.status != 69 else { return }
    #expect(result.status == 0, "\(result.errors)")
    let image = try Image(png: folder.file("x.png"))
    #expect(image.width == 1280 && image.height == 720)
    #expect(Set(image.pixels).count > 20)
  }

  @Test("A step of a recording's simulation is rendered, and what had to be inferred is said")
  func renderCapture() throws {
    let folder = try TemporaryFolder()
    let capture = folder.file("arm64-6.1-512m-sync")
    try FileManager.default.copyItem(atPath: Repository.recording("arm64-6.1-512m-sync"), toPath: capture)
    try FileManager.default.removeItem(atPath: capture + "/before/pinned")
    let result = try Program.run(
      "render", "--capture", capture, "--step", "400", "--size", "1366x768", "--out", folder.file("x.png"))
    guard result.status != 69 else { return }
    #expect(result.status == 0, "\(result.errors)")
    let image = try Image(png: folder.file("x.png"))
    #expect(image.width == 1366 && image.height == 768)
    #expect(Set(image.pixels).count > 20)
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("compaction-lab: warning: ") })
    #expect(result.errors.contains("pinned pages are not recorded"))
    let out = folder.file("y.png")
    #expect(try Program.run("render", "--capture", "/nowhere/at-all", "--out", out).status == 65)
    #expect(try Program.run("render", "x", "--capture", "/x", "--out", out).status == 64)
    #expect(try Program.run("sandbox", "--board", "x", "--capture", "/x").status == 64)
  }

  @Test("A step behind the end, a size that is none and a folder that is not there are refused")
  func renderRefuses() throws {
    let out = "/nowhere/x.png"
    #expect(try Program.run("render", "two-scanners", "--size", "big", "--out", out).status == 64)
    #expect(try Program.run("render", "two-scanners", "--step", "-1", "--out", out).status == 64)
    let behind = try Program.run("render", "two-scanners", "--step", "100000", "--out", "x.png")
    #expect(behind.status == 64 && behind.errors.contains("steps") || behind.status == 69)
    #expect([73, 69].contains(try Program.run("render", "two-scanners", "--out", out).status))
  }

  @Test("A scenario with a mistake is refused with file, line, column, problem and remedy, and status 65")
  func badScenario() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "bad.yaml",
      """
      title: Bad
      scale: teaching
      zones:
        - {name: Normal, ranges: [0x100000-0x1001ff]}
      fil: []
      """)
    let result = try Program.run("simulate", path)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("\(path):5:1: "))
    #expect(result.errors.contains("fill"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("What is not there is named, with what comes nearest", arguments: ["two-scaners", "rock-5b-plus-9g"])
  func missing(name: String) throws {
    let result = try Program.run("simulate", name)
    #expect(result.status == 65)
    #expect(result.errors.contains("did you mean"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("A file that can't be read is refused with its name")
  func unreadable() throws {
    let result = try Program.run("simulate", "/nowhere/at-all.yaml")
    #expect(result.status == 65)
    #expect(result.errors.contains("/nowhere/at-all.yaml"))
  }

  @Test("A wrong use of the command line has status 64 and says how it is used")
  func usage() throws {
    for arguments in [["simulate", "two-scanners", "--jsn"], ["lesson", "--stop", "0"], ["nonsense"]] {
      let process = Program.process(arguments)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 64, "\(arguments)")
    }
    let kernel = try Program.run("simulate", "two-scanners", "--kernel", "five")
    #expect(kernel.status == 64)
    #expect(kernel.errors.contains("6.12"))
  }

  @Test("A kernel whose rules are not known follows the nearest older one, and it is said on stderr")
  func otherKernel() throws {
    let result = try Program.run("simulate", "two-scanners", "--kernel", "6.14.2")
    #expect(result.status == 0)
    #expect(
      result.errors == "compaction-lab: warning: kernel 6.14.2: taken for a 6.12, the nearest one known\n")
    #expect(try Program.run("simulate", "two-scanners", "--kernel", "7.2").errors == "")
  }

  @Test("Help and version-independent usage go to stdout with status 0")
  func help() throws {
    let result = try Program.run("--help")
    #expect(result.status == 0)
    for command in ["lesson", "sandbox", "simulate", "render", "doctor"] {
      #expect(result.output.contains(command))
    }
  }

  @Test("Without a display, opening the window fails in one line that says what to do, with status 69")
  func noDisplay() throws {
    for arguments in [["lesson", "4"], ["sandbox"], []] {
      let process = Program.process(arguments)
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 69)
      #expect(text.split(separator: "\n").last?.contains("DISPLAY") == true || text.contains("font"))
    }
  }

  @Test("Content that is not where it is said to be is refused, not looked for elsewhere")
  func noContent() throws {
    let result = try Program.run("simulate", "two-scanners", "--content", "/nowhere")
    #expect(result.status == 69)
    #expect(result.errors.contains("/nowhere"))
  }

  @Test("The doctor says what is there, and ends with 1 when the window could not open")
  func doctor() throws {
    let result = try Program.run("doctor")
    #expect(result.status == 1)
    #expect(result.output.contains("display"))
    #expect(result.output.contains("/proc/buddyinfo"))
    #expect(result.output.contains(Repository.root))
    // What it calls ok is what the window can show.
    let bytes = try? FileReading.system.contents("/proc/buddyinfo")
    let isRead = bytes.flatMap { try? BuddyInfo(recognizing: $0, file: "buddyinfo") } != nil
    #expect(result.output.contains("ok       /proc/buddyinfo") == isRead)
  }
}
