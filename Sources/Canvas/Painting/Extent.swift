/// The pixels that an interval covers along one axis: perhaps a part of a first one, whole ones, and
/// perhaps a part of a last one.
struct Extent {
  /// Pixels that are touched.
  let outer: Range<Int>
  /// Pixels that are covered wholly.
  let inner: Range<Int>
  /// Coverage of the first and the last pixel that are touched, 0 to 255.
  let first: UInt32
  let last: UInt32

  init(_ low: Float, _ high: Float) {
    let start = Pixel.floor(low)
    let end = Pixel.ceiling(high)
    guard start < end else {
      (outer, inner, first, last) = (start..<start, start..<start, 0, 0)
      return
    }
    outer = start..<end
    if start + 1 == end {
      first = Pixel.coverage(high - low)
      last = first
      inner = first == 255 ? outer : end..<end
    } else {
      first = Pixel.coverage(Float(start + 1) - low)
      last = Pixel.coverage(high - Float(end - 1))
      inner = (first == 255 ? start : start + 1)..<(last == 255 ? end : end - 1)
    }
  }

  /// How much of pixel `position` is covered, 0 to 255.
  func coverage(at position: Int) -> UInt32 {
    if inner.contains(position) { return 255 }
    if position == outer.lowerBound { return first }
    return position == outer.upperBound - 1 ? last : 0
  }
}
