import Foundation
import Surroundings

/// An X server without a screen, whose picture is a file that can be looked at while programs draw.
final class FramebufferDisplay {
  private let display: PrivateDisplay
  var name: String { display.name }
  /// Gone with the display.
  let folder: URL
  private let file: FileHandle
  private let firstPixel: UInt64
  private let bytesPerLine: UInt64
  private static let (width, height) = (1280, 720)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("framebuffer-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    display = try PrivateDisplay(
      width: Self.width, height: Self.height, options: ["-fbdir", folder.path])
    file = try FileHandle(forReadingFrom: folder.appendingPathComponent("Xvfb_screen0"))
    // The file is an X window dump: a header of big-endian words, colours of 12 bytes, pixels.
    let header = file.readData(ofLength: 100)
    func word(_ index: Int) -> UInt64 {
      header[index * 4..<index * 4 + 4].reduce(0) { $0 << 8 | UInt64($1) }
    }
    firstPixel = word(0) + word(19) * 12
    bytesPerLine = word(12)
  }

  /// Whether a fifth of the screen is not of its most common colour: more than a window's ground and a
  /// line of text.
  func showsPicture() throws -> Bool {
    var counts: [UInt32: Int] = [:]
    for row in stride(from: 20, to: Self.height, by: 40) {
      try file.seek(toOffset: firstPixel + UInt64(row) * bytesPerLine)
      let line = file.readData(ofLength: Self.width * 4)
      line.withUnsafeBytes { bytes in
        for column in stride(from: 5, to: Self.width, by: 10) where column * 4 + 4 <= bytes.count {
          counts[bytes.loadUnaligned(fromByteOffset: column * 4, as: UInt32.self), default: 0] += 1
        }
      }
    }
    let all = counts.values.reduce(0, +)
    return all - (counts.values.max() ?? 0) > all / 5
  }

  /// A number that changes when the picture does.
  func fingerprint() throws -> Int {
    var hasher = Hasher()
    for row in stride(from: 4, to: Self.height, by: 12) {
      try file.seek(toOffset: firstPixel + UInt64(row) * bytesPerLine)
      // Data gives a hasher no more than its first bytes.
      file.readData(ofLength: Self.width * 4).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  func stop() {
    display.stop()
    try? file.close()
    try? FileManager.default.removeItem(at: folder)
  }
}
