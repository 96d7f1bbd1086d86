import Foundation
import Surroundings
import Synchronization
import Testing

@testable import KernelInterface

/// A machine in memory whose files are those of a recording, and which notes what is done to it.
private final class FakeMachine: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var log: [String] = []
    var denied: Set<String> = []
  }

  private let state = Mutex(State())
  private let tracing = "/sys/kernel/tracing/instances/compaction-lab"

  init() throws {
    let folder = CaptureFolder(path: Repository.recording("arm64-6.1-512m-sync"), files: .system)
    var files: [String: [UInt8]] = [:]
    for source in CaptureRecorder.sources {
      files[source.path] = try folder.contents(of: "before/\(source.name)")
    }
    files["/proc/version"] = Array("Linux version 6.1.0 (me@home) (gcc 12) #1\n".utf8)
    files["/proc/sys/kernel/osrelease"] = Array("6.1.0-56-arm64\n".utf8)
    files["/proc/sys/vm/extfrag_threshold"] = Array("500\n".utf8)
    files["/proc/sys/vm/nr_hugepages"] = Array("3\n".utf8)
    files["/proc/sys/vm/compaction_proactiveness"] = Array("20\n".utf8)
    files["/sys/kernel/tracing/events/compaction/enable"] = Array("0\n".utf8)
    files["\(tracing)/trace"] = try folder.contents(of: "trace")
    files["\(tracing)/per_cpu/cpu0/stats"] = Array(
      "entries: 857\noverrun: 0\ncommit overrun: 0\ndropped events: 0\n".utf8)
    state.withLock { $0.files = files }
  }

  var log: [String] { state.withLock { $0.log } }

  func remove(_ path: String) { state.withLock { $0.files[path] = nil } }

  func deny(_ path: String) { state.withLock { _ = $0.denied.insert(path) } }

  func text(_ path: String) -> String? {
    state.withLock { $0.files[path] }.map { String(decoding: $0, as: UTF8.self) }
  }

  var files: FileReading {
    FileReading(
      read: {
        (path: String, _: Int, take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
        try take(self.read(path))
      },
      output: { (command: String, _: () -> Bool) throws(FileFailure) -> [UInt8] in
        throw .commandFailed(command: command, message: "no shell here")
      },
      monotonicTime: { .zero })
  }

  var control: SystemControl {
    SystemControl(
      write: { (path: String, bytes: [UInt8]) throws(FileFailure) in self.set(path, bytes, "write") },
      create: { (path: String, bytes: [UInt8]) throws(FileFailure) in self.set(path, bytes, "create") },
      makeDirectory: { (path: String) throws(FileFailure) in self.note("mkdir \(path)") },
      removeDirectory: { (path: String) throws(FileFailure) in self.note("rmdir \(path)") },
      sleep: { _ in self.note("sleep") },
      touchHugePages: { megabytes, goOn in
        self.note("touch \(megabytes) \(goOn())")
        return nil
      })
  }

  var recorder: CaptureRecorder {
    CaptureRecorder(
      files: files, control: control,
      machine: Machine(board: "Board", host: "host", architecture: "arm64", pageSize: 4096))
  }

  private func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let (bytes, denied) = state.withLock { state in
      state.log.append("read \(path)")
      return (state.files[path], state.denied.contains(path))
    }
    if denied { throw .notPermitted(path: path) }
    guard let bytes else { throw .missing(path: path) }
    return bytes
  }

  private func set(_ path: String, _ bytes: [UInt8], _ verb: String) {
    let text = verb == "write" ? " \(String(decoding: bytes, as: UTF8.self))" : ""
    state.withLock {
      $0.log.append("\(verb) \(path)\(text)")
      if verb == "create" || path.hasPrefix("/proc/sys") { $0.files[path] = bytes }
    }
  }

  private func note(_ text: String) { state.withLock { $0.log.append(text) } }
}

@Suite("Recorder")
struct RecorderTests {
  @Test("What is recorded opens as a capture that lacks only what kernel memory shows")
  func opens() throws {
    let machine = try FakeMachine()
    #expect(try machine.recorder.record(into: "out", trigger: .sync) == [])
    let capture = try Capture(folder: "out", files: machine.files)
    #expect(
      capture.warnings.map(\.file) == ["out/before/pageblocks", "out/before/freelists", "out/before/pinned"])
    #expect(capture.info.trigger == .sync)
    #expect(capture.info.triggerCPU == 0)
    #expect(capture.info["kernel"] == "Linux version 6.1.0 (gcc 12) #1")
    #expect(capture.info["machine"] == "Board, 1 CPUs")
    #expect(capture.info.sysctl("extfrag_threshold") == 500)
    #expect(capture.info.traceStats.map(\.entries) == [857])
    #expect(try capture.trace().lines.count == 857)
    #expect(try capture.after().buddyInfo == capture.before.buddyInfo)
  }

  @Test("Large files are read first before the run and last after it, and written when all is over")
  func order() throws {
    let machine = try FakeMachine()
    _ = try machine.recorder.record(into: "out", trigger: .sync)
    let paths = CaptureRecorder.sources.map { "read \($0.path)" }
    let steps = machine.log.filter {
      paths.contains($0) || $0.hasPrefix("write /proc") || $0.hasSuffix("out/info.txt")
    }
    var expected = ["read /proc/buddyinfo"]
    expected += paths
    expected.append("write /proc/sys/vm/compact_memory 1")
    expected += paths.reversed()
    expected.append("create out/info.txt")
    #expect(steps == expected)
    #expect(machine.log.last?.hasPrefix("create out/") == true)
  }

  @Test("The trace has its own buffer, and gives it back")
  func tracing() throws {
    let machine = try FakeMachine()
    _ = try machine.recorder.record(into: "out", trigger: .none, watching: .zero)
    let instance = "/sys/kernel/tracing/instances/compaction-lab"
    #expect(
      machine.log.filter { $0.contains(instance) && !$0.hasPrefix("read") } == [
        "rmdir \(instance)", "mkdir \(instance)", "write \(instance)/buffer_size_kb 16384",
        "write \(instance)/events/compaction/enable 1",
        "write \(instance)/events/migrate/mm_migrate_pages/enable 1",
        "write \(instance)/trace_marker rig: before", "write \(instance)/trace_marker rig: trigger",
        "write \(instance)/trace_marker rig: done", "write \(instance)/tracing_on 0", "rmdir \(instance)",
      ])
    #expect(!machine.log.contains { $0.hasPrefix("write /proc") })
  }

  @Test("Without tracefs or debugfs it records the rest and says what is missing")
  func missing() throws {
    let machine = try FakeMachine()
    machine.remove("/sys/kernel/tracing/events/compaction/enable")
    machine.remove("/sys/kernel/debug/extfrag/unusable_index")
    let index = FileFailure.missing(path: "/sys/kernel/debug/extfrag/unusable_index")
    let tracing = FileFailure.commandFailed(
      command: "/sys/kernel/tracing",
      message: "no tracepoints of compaction; try: mount -t tracefs nodev /sys/kernel/tracing")
    #expect(
      try machine.recorder.record(into: "out", trigger: .sync) == [
        CaptureWarning("trace", .notRecorded(tracing)),
        CaptureWarning("before/extfrag.unusable_index", .notRecorded(index)),
        CaptureWarning("after/extfrag.unusable_index", .notRecorded(index)),
      ])
    let capture = try Capture(folder: "out", files: machine.files)
    #expect(capture.info.triggerCPU == nil)
    #expect(capture.info.notes.contains("before/extfrag.unusable_index: not recorded: \(index)"))
  }

  @Test("Without permission for the page flags it leaves nothing behind, and sets nothing off")
  func denied() throws {
    let machine = try FakeMachine()
    machine.deny("/proc/kpageflags")
    #expect(throws: FileFailure.notPermitted(path: "/proc/kpageflags")) {
      try machine.recorder.record(into: "out", trigger: .sync)
    }
    #expect(machine.log.last == "rmdir out")
    #expect(!machine.log.contains { $0.hasPrefix("write /proc") || $0.hasPrefix("create") })
  }

  @Test(
    "What a trigger changes is set back after the state is recorded",
    arguments: [
      (RecordedTrigger.hugetlb(pages: 60), "/proc/sys/vm/nr_hugepages", "3\n"),
      (.proactive(.seconds(90)), "/proc/sys/vm/compaction_proactiveness", "20\n"),
    ])
  func setBack(trigger: RecordedTrigger, path: String, old: String) throws {
    let machine = try FakeMachine()
    _ = try machine.recorder.record(into: "out", trigger: trigger)
    #expect(machine.text(path) == old)
    #expect(machine.log.filter { $0.hasPrefix("write \(path)") }.count == 2)
  }

  @Test("A proactive run that scans nothing for six seconds is over")
  func proactive() throws {
    let machine = try FakeMachine()
    _ = try machine.recorder.record(into: "out", trigger: .proactive(.seconds(90)))
    #expect(machine.log.filter { $0 == "sleep" }.count == 6)
  }

  @Test("Huge pages are touched while there is memory left")
  func hugePages() throws {
    let machine = try FakeMachine()
    _ = try machine.recorder.record(into: "out", trigger: .thp(megabytes: 400))
    #expect(machine.log.contains("touch 400 true"))
    let pages = try #require(HugePages(megabytes: 8) { true })
    #expect(pages.touched == 4)
    #expect(HugePages(megabytes: 8) { false }?.touched == 0)
  }

  @Test("The system's folders and files are made once, and never overwritten")
  func systemCalls() throws {
    let folder = try TemporaryFolder()
    let top = folder.file("recording")
    let control = SystemControl.system
    try control.makeDirectory(top)
    try control.create("\(top)/a", [1, 2, 3])
    #expect(try FileReading.system.contents("\(top)/a") == [1, 2, 3])
    #expect(throws: FileFailure.failed(path: "\(top)/a", errno: EEXIST)) {
      try control.create("\(top)/a", [4])
    }
    #expect(throws: FileFailure.failed(path: top, errno: EEXIST)) { try control.makeDirectory(top) }
    try control.write("\(top)/a", [5])
    #expect(try FileReading.system.contents("\(top)/a") == [5])
    #expect(throws: FileFailure.missing(path: "\(top)/b")) { try control.write("\(top)/b", [5]) }
    #expect(throws: FileFailure.failed(path: top, errno: ENOTEMPTY)) { try control.removeDirectory(top) }
  }
}
