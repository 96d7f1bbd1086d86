/// A place in pixels, y down.
public struct Point: Equatable, Hashable, Sendable {
  public var x: Float
  public var y: Float
  public init(_ x: Float, _ y: Float) {
    self.x = x
    self.y = y
  }
}

/// A rectangle in pixels: left, top, width and height.
public struct Rect: Equatable, Hashable, Sendable {
  public var x: Float
  public var y: Float
  public var width: Float
  public var height: Float
  public init(x: Float, y: Float, width: Float, height: Float) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A colour with 8 bits a channel, as 0xAARRGGBB, not premultiplied.
public struct Color: Equatable, Hashable, Sendable {
  public var argb: UInt32
  public init(argb: UInt32) { self.argb = argb }
}

/// A block of ARGB pixels (0xAARRGGBB), row by row from the top.
public struct Image: Equatable, Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt32]
  public init(width: Int, height: Int, pixels: [UInt32]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
