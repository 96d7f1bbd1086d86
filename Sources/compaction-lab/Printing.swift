import Captures
import Foundation
import KernelInterface
import Words

extension [CaptureWarning] {
  /// Says on stderr what should be known though the rest is usable.
  func report(_ words: Catalogue) {
    for warning in self { Failure.warn(warning.text(words)) }
  }
}

extension Encodable {
  func printJSON() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try Output.line(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}
