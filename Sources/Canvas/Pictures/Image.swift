/// A block of ARGB pixels (0xAARRGGBB, not premultiplied), row by row from the top.
public struct Image: Equatable, Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt32]

  /// `pixels` holds `width` times `height` of them.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(pixels.count == width * height, "an image needs one value for each pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
