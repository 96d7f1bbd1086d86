/// A text file of the kernel's, or of a capture, as a value that can be read and written.
///
/// What is read from a real file is written back byte for byte, unless the type says otherwise.
public protocol KernelFile: Equatable, Sendable {
  /// What the file is called under /proc, or in a capture.
  static var fileName: String { get }
  /// With what its first line can begin, where that tells it from other text.
  static var beginnings: [String] { get }

  /// Reads the whole content of a file. `file` is the name to use in errors.
  init(parsing bytes: [UInt8], file: String) throws(FormatError)

  /// Reads text that may have more in it than the file, as a terminal shows it or another program prints it: of
  /// several states of the file the last.
  init(recognizing bytes: [UInt8], file: String) throws(FormatError)

  /// Appends the file's text.
  func write(to output: inout TextOutput)
}

extension KernelFile {
  public static var beginnings: [String] { [] }

  public init(recognizing bytes: [UInt8], file: String) throws(FormatError) {
    try self.init(parsing: Self.part(of: bytes), file: file)
  }

  /// The part of a text that is the file, with its lines where they were.
  static func part(of bytes: [UInt8]) -> [UInt8] {
    ShellSession(bytes).output(of: fileName, beginnings: beginnings)
  }

  /// The whole file as the kernel writes it.
  public var bytes: [UInt8] {
    var output = TextOutput()
    write(to: &output)
    return output.bytes
  }

  /// `bytes` as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
