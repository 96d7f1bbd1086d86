import Canvas
import Foundation
import Surroundings
import Testing

import struct Simulation.SeededGenerator

@Suite("PNG files")
struct PNGTests {
  /// Calls `body` with the name of a file in a folder that is removed afterwards.
  func withTemporaryFile(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try body(folder.file("picture.png"))
  }

  func randomImage(opaque: Bool) -> Image {
    var generator = SeededGenerator(seed: 3)
    let pixels = (0..<31 * 17).map { _ in
      UInt32.random(in: 0...UInt32.max, using: &generator) | (opaque ? 0xFF00_0000 : 0x0100_0000)
    }
    return Image(width: 31, height: 17, pixels: pixels)
  }

  @Test("An image comes back from its file as it was", arguments: [true, false])
  func roundTrip(opaque: Bool) throws {
    try withTemporaryFile { file in
      let image = randomImage(opaque: opaque)
      try image.write(png: file)
      #expect(try Image(png: file) == image)
    }
  }

  @Test("A file that is not there or is no picture is an error with its name")
  func unreadable() throws {
    try withTemporaryFile { file in
      #expect { try Image(png: file) } throws: { "\($0)".hasPrefix(file + ": ") && !"\($0)".contains("\n") }
      try Data("GIF89a, certainly not the right kind".utf8).write(to: URL(fileURLWithPath: file))
      #expect { try Image(png: file) } throws: { "\($0)".hasPrefix(file + ": ") }
    }
  }

  @Test("A folder that is not there is an error with the file's name")
  func unwritable() {
    let file = "/nonexistent/picture.png"
    #expect { try randomImage(opaque: true).write(png: file) } throws: { "\($0)".hasPrefix(file + ": ") }
  }

  @Test("A picture without pixels is refused before a file is made")
  func empty() throws {
    try withTemporaryFile { file in
      #expect(throws: PNGError.self) { try Image(width: 0, height: 5, pixels: []).write(png: file) }
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }
}

@Suite("Comparing pictures")
struct PictureComparisonTests {
  @Test("Differences up to the tolerance are let pass, larger ones counted")
  func tolerance() {
    let expected = Image(width: 2, height: 2, pixels: [0xFF10_1010, 0xFF20_2020, 0xFF30_3030, 0xFF40_4040])
    var picture = expected
    picture.pixels[1] = 0xFF20_2420
    picture.pixels[2] = 0xFF3A_3030
    let strict = PictureComparison(picture, expected)
    #expect(strict.differingPixels == 2 && strict.largestDifference == 10)
    #expect(strict.firstDifference?.x == 1 && strict.firstDifference?.y == 0)
    let lenient = PictureComparison(picture, expected, tolerance: 4)
    #expect(lenient.differingPixels == 1)
    #expect(!lenient.agrees())
    #expect(lenient.agrees(exceptFor: 0.25))
    #expect(PictureComparison(picture, expected, tolerance: 10).agrees())
  }

  @Test("Pictures of different sizes never agree")
  func sizes() {
    let small = Image(width: 1, height: 2, pixels: [0, 0])
    let other = Image(width: 2, height: 1, pixels: [0, 0])
    #expect(!PictureComparison(small, other, tolerance: 255).agrees())
  }
}
