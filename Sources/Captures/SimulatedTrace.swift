import KernelInterface
import Simulation

/// A simulated run as the kernel would have traced it. There is no time in it: where the kernel prints seconds
/// stands the step of the run, as if each took a microsecond.
public struct SimulatedTrace: Sendable {
  private let lines: [TraceLine]

  public init(_ recording: Recording, version: KernelVersion) {
    lines = recording.events.map { event in
      let isDaemon = event.task == .kcompactd
      return TraceLine(
        task: isDaemon ? "kcompactd0" : "requester", pid: isDaemon ? 32 : 1, cpu: event.cpu,
        time: .microseconds(event.step), event: TraceEvent(event.tracepoint, version: version))
    }
  }

  /// The text of a `trace` file: a comment in its first line, which should say what the times are, and the
  /// records.
  public func text(comment: String) -> [UInt8] {
    var output = TextOutput()
    for line in lines { line.write(to: &output) }
    return Array("# \(comment)\n".utf8) + output.bytes
  }
}
