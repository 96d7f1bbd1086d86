import Captures
import Foundation
import KernelInterface
import Runs
import Simulation
import Words

extension RunRecipe {
  /// The run that a recording's trigger stands for; what should be known of the recording, and what is inferred
  /// in place of what it lacks, is said on stderr.
  /// - Parameters:
  ///   - folder: a path from here, or from the root.
  ///   - version: the kernel to follow, if not the recorded one.
  ///   - saysInferences: whether what is inferred is to be said here.
  init(
    capture folder: String, version: KernelVersion?, words: Catalogue, saysInferences: Bool = true
  ) throws {
    let capture = try Capture(folder: folder)
    let machine = try CapturedMachine(capture)
    capture.warnings.report(words)
    if saysInferences {
      for inference in machine.reconstructed().inferences { Failure.warn(inference.text(words)) }
    }
    self.init(
      target: .capture(URL(fileURLWithPath: folder).standardizedFileURL.path), source: machine,
      version: version)
  }
}
