import CPNG

extension Image {
  /// Reads a PNG file of any kind; without an alpha channel all pixels are opaque.
  public init(png file: String) throws(PNGError) {
    var control = png_image()
    control.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&control) }
    guard png_image_begin_read_from_file(&control, file) != 0 else { throw PNGError(file: file, control) }
    control.format = PixelFormat.argb
    let (width, height) = (Int(control.width), Int(control.height))
    var pixels = [UInt32](repeating: 0, count: width * height)
    guard png_image_finish_read(&control, nil, &pixels, 0, nil) != 0 else {
      throw PNGError(file: file, control)
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// Writes the image as a PNG file, without an alpha channel if every pixel is opaque.
  public func write(png file: String) throws(PNGError) {
    guard width > 0 && height > 0 else {
      throw PNGError(file: file, reason: "a picture needs at least one pixel, this one is \(width)x\(height)")
    }
    var control = png_image()
    control.version = png_uint_32(PNG_IMAGE_VERSION)
    control.width = png_uint_32(width)
    control.height = png_uint_32(height)
    defer { png_image_free(&control) }
    let written: Int32
    if pixels.allSatisfy({ $0 >> 24 == 255 }) {
      control.format = PixelFormat.rgb
      written = png_image_write_to_file(&control, file, 0, rgbBytes, 0, nil)
    } else {
      control.format = PixelFormat.argb
      written = png_image_write_to_file(&control, file, 0, pixels, 0, nil)
    }
    guard written != 0 else { throw PNGError(file: file, control) }
  }

  private var rgbBytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pixels.count * 3) { bytes, count in
      for (i, pixel) in pixels.enumerated() {
        bytes[3 * i] = UInt8(truncatingIfNeeded: pixel >> 16)
        bytes[3 * i + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        bytes[3 * i + 2] = UInt8(truncatingIfNeeded: pixel)
      }
      count = pixels.count * 3
    }
  }
}

/// Layouts of pixels in memory, as libpng names them.
private enum PixelFormat {
  static let rgb = png_uint_32(PNG_FORMAT_FLAG_COLOR)
  /// A word 0xAARRGGBB: its bytes in memory depend on the machine.
  static let argb =
    png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    | (1.littleEndian == 1 ? png_uint_32(PNG_FORMAT_FLAG_BGR) : png_uint_32(PNG_FORMAT_FLAG_AFIRST))
}

extension PNGError {
  fileprivate init(file: String, _ control: png_image) {
    let reason = withUnsafeBytes(of: control.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    self.init(file: file, reason: reason)
  }
}
