import Foundation
import Surroundings
import Testing

@Suite("What the program writes")
struct WritingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the program as a shell does.
  private func shell(_ redirection: String, _ arguments: String) throws -> Program.Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec '\(Program.url.path)' \(arguments) \(redirection)"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1, output: "",
      errors: String(decoding: complained, as: UTF8.self))
  }

  @Test(
    "Output that can't be written is an error with its own status, in one line",
    arguments: [
      "simulate two-scanners", "simulate two-scanners --json", "simulate two-scanners --events",
      "simulate two-scanners --csv", "simulate two-scanners --ftrace", "keys",
    ], [">/dev/full", ">&-"])
  func output(arguments: String, redirection: String) throws {
    let result = try shell(redirection, arguments)
    #expect(result.status == 73)
    #expect(result.errors.hasPrefix("compaction-lab: standard output can’t be written: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("An error that nobody hears keeps its status", arguments: ["2>&-", "2>/dev/full"])
  func unheard(redirection: String) throws {
    #expect(try shell(redirection, "simulate /nowhere/at-all.yaml").status == 65)
  }

  @Test("A picture takes the place of a picture only, and the scenario that it is of is safe")
  func pictures() throws {
    let scenario = try folder.write(
      "mine.yaml",
      try String(contentsOfFile: Repository.root + "/Lessons/Scenarios/two-scanners.yaml", encoding: .utf8))
    let before = try Data(contentsOf: URL(fileURLWithPath: scenario))
    let refused = try Program.run("render", scenario, "--out", scenario)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("is no picture"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: scenario)) == before)
  }

  @Test("A picture that finds no room on the disk leaves the one that was there")
  func fullDisk() throws {
    let out = folder.file("a.png")
    let made = try Program.run("render", "two-scanners", "--size", "640x400", "--out", out)
    guard made.status != 69 else { return }
    let before = try Data(contentsOf: URL(fileURLWithPath: out))
    // No file may grow beyond 512 bytes.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f 1; exec '\(Program.url.path)' render two-scanners --out '\(out)' 2>/dev/null",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
    #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.png"])
  }

  @Test("What would steer a terminal is shown as what it is")
  func controlCharacters() throws {
    let path = try folder.write("a.yaml", "title: \"a\\e[2Jb\"\nscale: teaching\n")
    let result = try Program.run("simulate", path)
    #expect(result.status == 65)
    #expect(!(result.errors + result.output).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
