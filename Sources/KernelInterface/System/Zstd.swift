import CZstd

/// Data compressed with Zstandard.
public enum Zstd {
  /// Decompresses all frames of `bytes`.
  /// - Parameters:
  ///   - file: the name to use in errors.
  ///   - limit: more bytes than this are taken for a damaged file.
  public static func decompress(
    _ bytes: [UInt8], file: String, limit: Int = 1 << 31
  ) throws(FormatError) -> [UInt8] {
    var output: [UInt8] = []
    do throws(FileFailure) {
      try decompress(bytes, file: file, limit: limit) { (piece: [UInt8]) throws(FileFailure) in
        output += piece
      }
    } catch {
      guard case .malformed(let error) = error else { preconditionFailure("nothing else is thrown here") }
      throw error
    }
    return output
  }

  /// Decompresses all frames of `bytes` and hands the content on, piece by piece.
  static func decompress(
    _ bytes: [UInt8], file: String, limit: Int, _ take: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    func damaged(_ problem: String) -> FileFailure { .malformed(FormatError(file: file, problem: problem)) }
    let stream = DecompressionStream()
    var total = 0
    var consumed = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let step = stream.decompress(bytes, from: consumed, into: &chunk)
      if let problem = step.problem { throw damaged("not Zstandard data, or damaged: \(problem)") }
      total += step.produced
      guard total <= limit else { throw damaged("holds more than \(limit >> 20) MiB; that much is not read") }
      try take(step.produced == chunk.count ? chunk : Array(chunk[..<step.produced]))
      consumed += step.consumed
      guard consumed == bytes.count else { continue }
      if step.frameEnded { return }
      guard step.produced == chunk.count else { throw damaged("cut short: its end is missing") }
    }
  }

  /// Compresses `bytes` into one frame. Levels are 1 to 19.
  public static func compress(_ bytes: [UInt8], level: Int32 = 3) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = bytes.withUnsafeBytes {
        ZSTD_compress(buffer.baseAddress, bound, $0.baseAddress, $0.count, level)
      }
      precondition(ZSTD_isError(count) == 0, "the buffer is as large as the library asks for")
    }
  }
}

/// Owns a decompression context.
private final class DecompressionStream {
  /// What one call did.
  struct Step {
    var consumed: Int
    var produced: Int
    var frameEnded: Bool
    var problem: String?
  }

  private let context = ZSTD_createDStream()

  deinit { ZSTD_freeDStream(context) }

  /// Fills `chunk` from the input that begins at `start`.
  func decompress(_ bytes: [UInt8], from start: Int, into chunk: inout [UInt8]) -> Step {
    bytes.withUnsafeBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: start)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let hint = ZSTD_decompressStream(context, &output, &input)
        let failed = ZSTD_isError(hint) != 0
        return Step(
          consumed: input.pos - start, produced: output.pos, frameEnded: hint == 0,
          problem: failed ? String(cString: ZSTD_getErrorName(hint)) : nil)
      }
    }
  }
}
