import Captures
import Foundation
import KernelInterface
import Runs
import Simulation

extension RunRecipe {
  /// The run that a recording's trigger stands for; what should be known of the recording, and what is inferred
  /// in place of what it lacks, is said on stderr.
  /// - Parameters:
  ///   - folder: a path from here, or from the root.
  ///   - version: the kernel to follow, if not the recorded one.
  init(capture folder: String, version: KernelVersion?) throws {
    let capture = try Capture(folder: folder)
    let machine = CapturedMachine(capture)
    capture.warnings.report()
    for inference in machine.reconstructed().inferences { Failure.warn(inference) }
    self.init(
      target: .capture(URL(fileURLWithPath: folder).standardizedFileURL.path), source: machine,
      version: version)
  }
}
