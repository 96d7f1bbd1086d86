/// What kpageflags and kpagecount have in common: a word for each page.
enum PageWords {
  /// Words of 64 bits in this machine's byte order, as the kernel hands them out.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [UInt64] {
    guard !bytes.isEmpty, bytes.count % 8 == 0 else {
      throw FormatError(
        file: file, problem: "cut short: \(bytes.count) bytes are no whole number of 64-bit words")
    }
    return [UInt64](unsafeUninitializedCapacity: bytes.count / 8) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
      count = bytes.count / 8
    }
  }
}
