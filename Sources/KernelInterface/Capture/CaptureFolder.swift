/// A folder with the files of a capture, each plain or compressed as `NAME.zst`.
struct CaptureFolder: Sendable {
  let path: String
  let files: FileReading

  /// The path of a file in it, as it is named in errors.
  func path(of name: String) -> String { path + "/" + name }

  /// The content of a file, decompressed; throws `missing` with the plain name if there is neither.
  func contents(of name: String, limit: Int = FileReading.mostText) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name, limit: limit) { (piece: [UInt8]) throws(FileFailure) in bytes += piece }
    return bytes
  }

  /// Hands the content of a file on, decompressed and piece by piece; throws as `contents(of:)`.
  private func read(
    _ name: String, limit: Int, _ take: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let plain = path(of: name)
    do throws(FileFailure) {
      return try files.read(plain, limit, take)
    } catch {
      guard error == .missing(path: plain) else { throw error }
    }
    let compressed = plain + ".zst"
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try files.contents(compressed, limit: limit)
    } catch {
      throw error == .missing(path: compressed) ? .missing(path: plain) : error
    }
    try Zstd.decompress(bytes, file: compressed, limit: limit, take)
  }

  /// Reads a file that has to be there.
  func read<File: KernelFile>(_ name: String, as type: File.Type = File.self) throws(FileFailure) -> File {
    try parse(try contents(of: name), name) { (bytes, file) throws(FormatError) in
      try File(recognizing: bytes, file: file)
    }
  }

  /// Reads a file that may be missing: nil then.
  func readIfThere<File: KernelFile>(_ name: String, as type: File.Type = File.self) throws(FileFailure)
    -> File?
  {
    do throws(FileFailure) {
      return try read(name, as: type)
    } catch {
      guard error == .missing(path: path(of: name)) else { throw error }
      return nil
    }
  }

  func readTrace() throws(FileFailure) -> Trace {
    let name = Trace.fileName
    return try Trace(file: path(of: name)) {
      (take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
      try read(name, limit: FileReading.mostTrace, take)
    }
  }

  func parse<File>(
    _ bytes: [UInt8], _ name: String, _ parse: ([UInt8], String) throws(FormatError) -> File
  ) throws(FileFailure) -> File {
    do throws(FormatError) {
      return try parse(bytes, path(of: name))
    } catch {
      throw .malformed(error)
    }
  }
}
