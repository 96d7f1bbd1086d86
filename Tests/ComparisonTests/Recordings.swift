import Comparison
import KernelInterface
import Surroundings

/// The recordings kept in the project.
enum Recordings {
  static func open(_ name: String) throws -> Capture { try Capture(folder: Repository.recording(name)) }
}

extension Comparison {
  init(_ capture: Capture) throws { try self.init(capture, capture.trace()) }
}
