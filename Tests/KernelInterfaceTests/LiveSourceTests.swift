import Foundation
import Surroundings
import Synchronization
import Testing

@testable import KernelInterface

@Suite("Live source")
struct LiveSourceTests {
  /// A source of one path, and its first reading.
  private func firstSample(_ files: FileReading) -> Sample<BuddyInfo>? {
    let woken = DispatchSemaphore(value: 0)
    let source = LiveSource<BuddyInfo>(.file("/proc/buddyinfo"), interval: .seconds(3600), files: files) {
      woken.signal()
    }
    woken.wait()
    source.stop()
    return source.mailbox.take()
  }

  @Test("The first reading comes at once, with its file and its time")
  func firstReading() throws {
    let bytes = Array(BuddyInfoTests.sample.utf8)
    let value = try BuddyInfoTests.parse(BuddyInfoTests.sample)
    let sample = firstSample(.fake(files: ["/proc/buddyinfo": bytes], time: .seconds(5)))
    #expect(
      sample == Sample(origin: .file("/proc/buddyinfo"), time: .seconds(5), result: .success(value)))
    #expect(sample?.age(at: .milliseconds(7500)) == .milliseconds(2500))
  }

  @Test("A missing file, a missing permission and a damaged file are told apart")
  func failures() {
    #expect(firstSample(.fake(files: [:]))?.result == .failure(.missing(path: "/proc/buddyinfo")))
    let denied = FileFailure.notPermitted(path: "/proc/buddyinfo")
    #expect(
      firstSample(.fake(files: [:], failures: ["/proc/buddyinfo": denied]))?.result == .failure(denied))
    let damaged = firstSample(.fake(files: ["/proc/buddyinfo": Array("Node\n".utf8)]))
    let problem = FormatError(
      file: "/proc/buddyinfo", line: 1,
      problem: "neither /proc/buddyinfo nor node_exporter's node_buddyinfo_blocks; expected one of them")
    #expect(damaged?.result == .failure(.malformed(problem)))
  }

  @Test("It reads again after the interval, and a shorter one takes effect at once")
  func readsAgain() {
    let woken = DispatchSemaphore(value: 0)
    let source = LiveSource<BuddyInfo>(.file("/x"), interval: .seconds(3600), files: .fake(files: [:])) {
      woken.signal()
    }
    woken.wait()
    source.interval = .milliseconds(10)
    woken.wait()
    woken.wait()
    #expect(source.interval == .milliseconds(10))
    source.stop()
    #expect(source.mailbox.take() != nil)
  }

  @Test("After it is stopped nothing is read, and stopping twice is harmless")
  func stops() {
    let readings = Mutex(0)
    let source = LiveSource<BuddyInfo>(.file("/x"), interval: .milliseconds(10), files: .fake(files: [:])) {
      readings.withLock { $0 += 1 }
    }
    source.stop()
    let after = readings.withLock { $0 }
    source.interval = .milliseconds(10)
    source.stop()
    #expect(readings.withLock { $0 } == after)
  }

  @Test("Letting go of a source ends its thread")
  func ends() {
    final class Witness: Sendable {}
    weak var witness: Witness?
    do {
      let held = Witness()
      witness = held
      let source = LiveSource<BuddyInfo>(.file("/x"), interval: .seconds(3600), files: .fake(files: [:])) {
        [held] in
        _ = held
      }
      _ = source.mailbox
    }
    #expect(comesTrue { witness == nil })
  }

  @Test("The system says why a file can't be read")
  func systemFailures() {
    #expect(throws: FileFailure.missing(path: "/nowhere/at/all")) {
      try FileReading.system.contents("/nowhere/at/all")
    }
    #expect(throws: FileFailure.noFile(path: "/")) { try FileReading.system.contents("/") }
  }

  @Test("A machine is named by its board where the device tree knows it, else by its host")
  func machine() {
    let board = Array("Radxa ROCK 5B+\0".utf8)
    let host = Array("rock\n".utf8)
    let files = ["/proc/device-tree/model": board, "/proc/sys/kernel/hostname": host]
    #expect(Machine.current(files: .fake(files: files)).name == "Radxa ROCK 5B+")
    #expect(Machine.current(files: .fake(files: ["/proc/sys/kernel/hostname": host])).name == "rock")
    #expect(Machine.current(files: .fake(files: [:])).name == "localhost")
  }

  @Test("A command's output is read like the file it prints, or like a metrics page")
  func command() throws {
    let metrics = """
      # HELP node_buddyinfo_blocks Count of free blocks according to size.
      # TYPE node_buddyinfo_blocks gauge
      node_buddyinfo_blocks{node="0",size="0",zone="DMA"} 5
      node_buddyinfo_blocks{node="0",size="0",zone="Movable"} 1
      node_buddyinfo_blocks{node="0",size="0",zone="Normal"} 1.2e+06
      node_buddyinfo_blocks{node="0",size="1",zone="DMA"} 0
      node_buddyinfo_blocks{node="0",size="1",zone="Movable"} 2
      node_buddyinfo_blocks{node="0",size="1",zone="Normal"} 3
      node_context_switches_total 4.5e+08

      """
    let info = try BuddyInfo(recognizing: Array(metrics.utf8), file: "curl")
    #expect(info.rows.map(\.zone) == ["DMA", "Normal", "Movable"])
    #expect(info["Normal"]?.freeBlocks == [1_200_000, 3])
    let greeted = Array(("Welcome to the board\n" + BuddyInfoTests.sample).utf8)
    let sample = try BuddyInfoTests.parse(BuddyInfoTests.sample)
    #expect(try BuddyInfo(recognizing: greeted, file: "ssh") == sample)
    #expect(
      throws: FormatError(
        file: "ssh", line: 1,
        problem: "neither /proc/buddyinfo nor node_exporter's node_buddyinfo_blocks; expected one of them")
    ) {
      try BuddyInfo(recognizing: Array("nothing\n".utf8), file: "ssh")
    }
  }

  @Test(
    "A source is a command, a file, or a folder with copies",
    arguments: [
      ("command:ssh board cat /proc/buddyinfo", LiveOrigin.command("ssh board cat /proc/buddyinfo")),
      ("/proc/buddyinfo", .file("/proc/buddyinfo")),
      ("copies", .file("copies/buddyinfo")),
      ("/tmp/copies/", .file("/tmp/copies/buddyinfo")),
    ])
  func origins(argument: String, origin: LiveOrigin) {
    #expect(LiveOrigin(argument: argument) == origin)
  }

  @Test("A file with a copy may be called anything; a folder is looked into")
  func fileOfAnyName() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("taken-on-monday.txt", "Node 0, zone Normal 1 2 3")
    #expect(LiveOrigin(argument: file) == .file(file))
    #expect(LiveOrigin(argument: folder.path) == .file(folder.path + "/buddyinfo"))
  }

  @Test("A command that fails says so with its first complaint")
  func failingCommand() throws {
    let output = try FileReading.system.output("echo a; echo b >&2") { false }
    #expect(output == Array("a\n".utf8))
    #expect(
      throws: FileFailure.commandFailed(command: "echo no >&2; exit 3", message: "exit status 3: no")
    ) {
      try FileReading.system.output("echo no >&2; exit 3") { false }
    }
  }

  @Test("Stopping ends a command that doesn't answer")
  func hangingCommand() {
    #expect(throws: FileFailure.commandFailed(command: "sleep 600 | cat", message: "cancelled")) {
      try FileReading.system.output("sleep 600 | cat") { true }
    }
    let source = LiveSource<BuddyInfo>(.command("sleep 600; true")) {}
    source.stop()
    #expect(throws: FileFailure.commandFailed(command: "sleep 600", message: "no answer for 0 seconds")) {
      try SystemCalls.output(of: "sleep 600", patience: .milliseconds(100)) { false }
    }
  }
}
