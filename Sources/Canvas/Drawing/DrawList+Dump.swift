extension DrawList {
  /// The list as text, one item a line, for comparing pictures in words: kind, place as
  /// `left,top widthxheight`, measures, colour. Numbers have at most two decimals.
  public var dump: String {
    items.map { $0.description + "\n" }.joined()
  }
}

extension DrawList.Item: CustomStringConvertible {
  /// The item as one line of text, as in `DrawList.dump`.
  public var description: String {
    switch self {
    case .fill(let rect, let color):
      "fill \(rect) \(color)"
    case .roundedFill(let rect, let radius, let color):
      "roundedFill \(rect) radius \(radius.short) \(color)"
    case .stroke(let rect, let radius, let width, let color, let dash):
      "stroke \(rect) radius \(radius.short) width \(width.short) \(color)\(dash.suffix)"
    case .line(let start, let end, let width, let color, let dash):
      "line \(start) \(end) width \(width.short) \(color)\(dash.suffix)"
    case .polygon(let corners, let color):
      "polygon \(corners.map(\.description).joined(separator: " ")) \(color)"
    case .hatch(let rect, let spacing, let width, let color):
      "hatch \(rect) spacing \(spacing.short) width \(width.short) \(color)"
    case .text(let run):
      "text \(run.origin) width \(run.width.short) \(run.face) \(run.size.short) \(run.color) "
        + run.text.debugDescription
    case .image(let rect, let image):
      "image \(rect) of \(image.width)x\(image.height) digest \(image.digest)"
    }
  }
}

extension Image {
  /// FNV-1a over the pixels, in hexadecimal: tells two images apart in a dump.
  fileprivate var digest: String {
    String(pixels.reduce(UInt32(2_166_136_261)) { ($0 ^ $1) &* 16_777_619 }, radix: 16)
  }
}

extension DrawList.Dash {
  fileprivate var suffix: String { self == .solid ? "" : " \(self)" }
}

extension Rect: CustomStringConvertible {
  /// "left,top widthxheight", at most two decimals each.
  public var description: String { "\(x.short),\(y.short) \(width.short)x\(height.short)" }
}

extension Point: CustomStringConvertible {
  /// "x,y", at most two decimals each.
  public var description: String { "\(x.short),\(y.short)" }
}

extension Float {
  /// The number rounded to hundredths, without zeros at its end; the same text on every machine.
  fileprivate var short: String {
    guard abs(self) < 1e9 else { return "\(self)" }
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
