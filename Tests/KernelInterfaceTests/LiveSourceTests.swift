import Foundation
import Synchronization
import Testing

@testable import KernelInterface

@Suite("Live source")
struct LiveSourceTests {
  /// A source of one path, and its first reading.
  private func firstSample(_ files: FileReading) -> Sample<BuddyInfo>? {
    let woken = DispatchSemaphore(value: 0)
    let source = LiveSource<BuddyInfo>(path: "/proc/buddyinfo", interval: 3600, files: files) {
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
    let sample = firstSample(.fake(files: ["/proc/buddyinfo": bytes], nanoseconds: 5_000_000_000))
    #expect(
      sample == Sample(path: "/proc/buddyinfo", nanoseconds: 5_000_000_000, result: .success(value)))
    #expect(sample?.age(at: 7_500_000_000) == 2.5)
  }

  @Test("A missing file, a missing permission and a damaged file are told apart")
  func failures() {
    #expect(firstSample(.fake(files: [:]))?.result == .failure(.missing(path: "/proc/buddyinfo")))
    let denied = ReadFailure.notPermitted(path: "/proc/buddyinfo")
    #expect(
      firstSample(.fake(files: [:], failures: ["/proc/buddyinfo": denied]))?.result == .failure(denied))
    let damaged = firstSample(.fake(files: ["/proc/buddyinfo": Array("Node\n".utf8)]))
    #expect(
      damaged?.result
        == .failure(
          .malformed(
            FormatError(
              file: "/proc/buddyinfo", line: 1, problem: "the line ends; expected a node number"))))
  }

  @Test("It reads again after the interval, and a shorter one takes effect at once")
  func readsAgain() {
    let woken = DispatchSemaphore(value: 0)
    let source = LiveSource<BuddyInfo>(path: "/x", interval: 3600, files: .fake(files: [:])) {
      woken.signal()
    }
    woken.wait()
    source.interval = 0.01
    woken.wait()
    woken.wait()
    #expect(source.interval == 0.01)
    source.stop()
    #expect(source.mailbox.take() != nil)
  }

  @Test("After it is stopped nothing is read, and stopping twice is harmless")
  func stops() {
    let readings = Mutex(0)
    let source = LiveSource<BuddyInfo>(path: "/x", interval: 0.01, files: .fake(files: [:])) {
      readings.withLock { $0 += 1 }
    }
    source.stop()
    let after = readings.withLock { $0 }
    source.interval = 0.01
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
      let source = LiveSource<BuddyInfo>(path: "/x", interval: 3600, files: .fake(files: [:])) { [held] in
        _ = held
      }
      _ = source.mailbox
    }
    var patience = 1000
    while witness != nil, patience > 0 {
      Thread.sleep(forTimeInterval: 0.01)
      patience -= 1
    }
    #expect(witness == nil)
  }

  @Test("The latest of two values wins, and is given once")
  func mailbox() {
    let mailbox = Mailbox<Int>()
    mailbox.post(1)
    mailbox.post(2)
    #expect(mailbox.take() == 2)
    #expect(mailbox.take() == nil)
  }

  @Test("The system says why a file can't be read")
  func systemFailures() {
    #expect(throws: ReadFailure.missing(path: "/nowhere/at/all")) {
      try FileReading.system.contents("/nowhere/at/all")
    }
    #expect(throws: ReadFailure.failed(path: "/", errno: EISDIR)) { try FileReading.system.contents("/") }
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
}
