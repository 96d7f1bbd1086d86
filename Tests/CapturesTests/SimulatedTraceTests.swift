import Captures
import KernelInterface
import Simulation
import Surroundings
import Testing

@Suite("A run as the kernel would have traced it")
struct SimulatedTraceTests {
  private let machine: CapturedMachine
  private let recording: Recording

  init() throws {
    let capture = try Capture(folder: Repository.recording("arm64-6.1-512m-sync"))
    machine = try CapturedMachine(capture)
    let (memory, run) = machine.start()
    recording = run.record(on: memory)
  }

  @Test("Where the kernel prints seconds stands the step at which an event was traced, and a comment says so")
  func steps() throws {
    let bytes = SimulatedTrace(recording, version: machine.run.version).text(comment: "steps")
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("# steps\n"))
    let lines = try Trace(parsing: bytes, file: "trace").lines
    #expect(lines.map(\.time) == recording.events.map { .microseconds($0.step) })
    let times = lines.map(\.time)
    #expect(times == times.sorted() && times.first == .microseconds(1))
    #expect(times.last.map { $0 <= .microseconds(recording.stepCount) } == true)
  }

  @Test("Every event that is printed is read back as it was")
  func readBack() throws {
    let version = machine.run.version
    let lines = try Trace(
      parsing: SimulatedTrace(recording, version: version).text(comment: ""), file: "trace"
    ).lines
    #expect(
      lines.map(\.event) == recording.events.map { TraceEvent($0.tracepoint, version: version) })
  }
}
