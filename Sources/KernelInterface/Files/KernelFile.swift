/// A text file of the kernel's, or of a capture, as a value that can be read and written.
///
/// What is read from a real file is written back byte for byte, unless the type says otherwise.
public protocol KernelFile: Equatable, Sendable {
  /// Reads the whole content of a file. `file` is the name to use in errors.
  init(parsing bytes: [UInt8], file: String) throws(FormatError)

  /// Reads what another program has printed: the file, with whatever the type can tell apart around it.
  init(recognizing bytes: [UInt8], file: String) throws(FormatError)

  /// Appends the file's text.
  func write(to output: inout TextOutput)
}

extension KernelFile {
  public init(recognizing bytes: [UInt8], file: String) throws(FormatError) {
    try self.init(parsing: bytes, file: file)
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
