/// Opaque pixels in memory, 0xFFRRGGBB, painted over in place. Owns its memory, or borrows that of a
/// window. All access to the memory goes through this file.
public final class Surface {
  /// Pixels.
  public let width: Int
  public let height: Int

  private let base: UnsafeMutablePointer<UInt32>
  /// Distance from one row to the next, in pixels.
  private let stride: Int
  /// Nil where the memory is borrowed.
  private let memory: PixelMemory?

  /// A black surface of its own memory.
  /// - Parameter predecessor: a surface that nobody looks at any more. If its memory is large enough this one
  ///   takes it over: new memory of a large picture takes longer to be made by the system than to be painted.
  public init(width: Int, height: Int, inPlaceOf predecessor: Surface? = nil) {
    precondition(width >= 0 && height >= 0, "a surface cannot be smaller than nothing")
    self.width = width
    self.height = height
    stride = width
    let known = predecessor?.memory.flatMap { $0.count >= width * height ? $0 : nil }
    let memory = known ?? PixelMemory(count: width * height)
    memory.base.initialize(repeating: 0xFF00_0000, count: width * height)
    base = memory.base
    self.memory = memory
  }

  /// A surface on somebody else's memory: `height` rows of `width` 32-bit pixels (0xAARRGGBB in the
  /// machine's byte order), `bytesPerRow` apart, which must stay there for as long as this object is used.
  public init(borrowing memory: UnsafeMutableRawPointer, width: Int, height: Int, bytesPerRow: Int) {
    precondition(
      bytesPerRow % 4 == 0 && bytesPerRow >= width * 4, "rows must be whole pixels and must not overlap")
    self.width = width
    self.height = height
    stride = bytesPerRow / 4
    base = memory.assumingMemoryBound(to: UInt32.self)
    self.memory = nil
  }

  /// Every pixel.
  public var area: PixelRect { PixelRect(minX: 0, minY: 0, maxX: width, maxY: height) }

  /// The colour of one pixel; both coordinates must lie inside.
  public subscript(x: Int, y: Int) -> Color {
    precondition(x >= 0 && x < width && y >= 0 && y < height, "no such pixel")
    return Color(argb: base[y * stride + x] | 0xFF00_0000)
  }

  /// A copy of the pixels, opaque.
  public var image: Image {
    let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { copy, count in
      for y in 0..<height {
        for x in 0..<width { copy[y * width + x] = base[y * stride + x] | 0xFF00_0000 }
      }
      count = width * height
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  /// Calls `body` with the address of a pixel and the distance of the rows in bytes, for handing the
  /// pixels to the system. The address is valid during the call only.
  public func withBytes<Result>(
    fromX x: Int, y: Int, _ body: (_ address: UnsafeRawPointer, _ bytesPerRow: Int) -> Result
  ) -> Result {
    precondition(x >= 0 && x < width && y >= 0 && y < height, "no such pixel")
    return body(UnsafeRawPointer(base + (y * stride + x)), stride * 4)
  }
}

/// Memory for pixels, which are trivial: whoever uses it sets them first. Given back when no surface uses it
/// any more.
private final class PixelMemory {
  let base: UnsafeMutablePointer<UInt32>
  let count: Int

  init(count: Int) {
    base = .allocate(capacity: count)
    self.count = count
  }

  deinit { base.deallocate() }
}

// What painters are made of. Callers clip: every coordinate lies inside.
extension Surface {
  /// Lays ink on the pixels `columns` of row `y`, each covered by the same share (0 to 255).
  @inline(__always)
  func paint(row y: Int, _ columns: Range<Int>, _ ink: Ink, coverage: UInt32) {
    let row = base + y * stride
    if coverage == 255 && ink.alpha == 255 {
      (row + columns.lowerBound).update(repeating: ink.opaque, count: columns.count)
    } else {
      for x in columns { row[x] = ink.over(row[x], coverage: coverage) }
    }
  }

  @inline(__always)
  func paint(x: Int, y: Int, _ ink: Ink, coverage: UInt32) {
    let pixel = base + (y * stride + x)
    pixel.pointee = ink.over(pixel.pointee, coverage: coverage)
  }

  /// Lays ink through a row of a mask; its value at `first` falls on the first of `columns`.
  func paint(row y: Int, _ columns: Range<Int>, _ ink: Ink, mask: [UInt8], from first: Int) {
    let row = base + (y * stride + columns.lowerBound)
    mask.withUnsafeBufferPointer { mask in
      for i in 0..<columns.count {
        let coverage = UInt32(mask[first + i])
        if coverage == 255 && ink.alpha == 255 {
          row[i] = ink.opaque
        } else if coverage != 0 {
          row[i] = ink.over(row[i], coverage: coverage)
        }
      }
    }
  }

  /// Lays pixels of an image on a row; the one at `first` falls on the first of `columns`.
  func paint(row y: Int, _ columns: Range<Int>, image: [UInt32], from first: Int) {
    let row = base + (y * stride + columns.lowerBound)
    image.withUnsafeBufferPointer { image in
      var common: UInt32 = 0xFF00_0000
      for i in 0..<columns.count { common &= image[first + i] }
      if common == 0xFF00_0000 {
        for i in 0..<columns.count { row[i] = image[first + i] }
      } else {
        for i in 0..<columns.count {
          row[i] = Ink(Color(argb: image[first + i])).over(row[i], coverage: 255)
        }
      }
    }
  }
}
