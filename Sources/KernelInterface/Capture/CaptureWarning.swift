/// Something about a capture that a reader should know, though the rest is usable.
public struct CaptureWarning: Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named to the reader.
  public let file: String
  public let message: String

  public init(file: String, message: String) {
    self.file = file
    self.message = message
  }

  public var description: String { "\(file): \(message)" }
}
