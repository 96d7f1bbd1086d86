/// How two pictures differ, for tests that compare with a picture kept in a file. Glyphs look a little
/// different with every version of the font library, hence the tolerance.
public struct PictureComparison: Sendable {
  /// Pixels of which some channel differs by more than the tolerance; all, if the sizes differ.
  public let differingPixels: Int
  /// The largest difference in any channel, 0 to 255.
  public let largestDifference: Int
  /// Pixels compared.
  public let pixels: Int
  /// The first pixel, row by row, that differs by more than the tolerance.
  public let firstDifference: (x: Int, y: Int)?

  /// `tolerance` is the difference in a channel that is let pass, 0 to 255.
  public init(_ picture: Image, _ expected: Image, tolerance: Int = 0) {
    guard picture.width == expected.width && picture.height == expected.height else {
      pixels = max(picture.pixels.count, expected.pixels.count)
      (differingPixels, largestDifference, firstDifference) = (pixels, 255, (0, 0))
      return
    }
    var (differing, largest, first) = (0, 0, Int?.none)
    for (index, (a, b)) in zip(picture.pixels, expected.pixels).enumerated() where a != b {
      let difference = Self.difference(a, b)
      largest = max(largest, difference)
      if difference > tolerance {
        differing += 1
        if first == nil { first = index }
      }
    }
    pixels = picture.pixels.count
    (differingPixels, largestDifference) = (differing, largest)
    firstDifference = first.map { ($0 % picture.width, $0 / picture.width) }
  }

  /// No more than `share` (0 to 1) of the pixels differ by more than the tolerance.
  public func agrees(exceptFor share: Double = 0) -> Bool {
    Double(differingPixels) <= share * Double(pixels)
  }

  /// The largest difference in any channel.
  private static func difference(_ a: UInt32, _ b: UInt32) -> Int {
    let channels: [UInt32] = [0, 8, 16, 24]
    return channels.reduce(0) { largest, shift in
      let (one, other) = (Int(a >> shift & 0xFF), Int(b >> shift & 0xFF))
      return max(largest, abs(one - other))
    }
  }
}
