/// A PNG file that could not be written or read.
public struct PNGError: Error, Equatable, CustomStringConvertible {
  public let file: String
  public let reason: String

  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// "file: reason", one line.
  public var description: String { "\(file): \(reason)" }
}
