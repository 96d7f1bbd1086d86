import Foundation
import KernelInterface
import Scenarios
import Simulation
import Testing

@testable import Comparison

/// The recordings kept in the project.
enum Recordings {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func open(_ name: String) throws -> Capture {
    let shipped = root.appending(path: "Assets/Captures/\(name)")
    let kept = root.appending(path: "Tests/Captures/\(name)")
    let folder = FileManager.default.fileExists(atPath: shipped.path) ? shipped : kept
    return try Capture(folder: folder.path)
  }
}

@Suite("The simulation against recordings of real kernels")
struct CaptureFidelityTests {
  @Test(
    "Every event of a run that is determined by its start comes out as recorded",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
      "arm64-6.1-1g-thp", "arm64-6.12-1g-thp",
    ])
  func exact(name: String) throws {
    let capture = try Recordings.open(name)
    let machine = CapturedMachine(capture.before, info: capture.info)
    let (memory, run) = machine.start()
    let simulated = SimulatedTrace(run.trace(on: memory), version: run.version).lines.map(\.event)
    let recorded = try capture.trace().lines.map(\.event).filter { $0.isCompaction }
    let differing = zip(simulated, recorded).enumerated().first { $1.0 != $1.1 }
    #expect(differing == nil, "first difference at event \(differing?.offset ?? 0)")
    #expect(simulated.count == recorded.count)
  }
}
