/// What painters use again from item to item instead of making it each time: memory, and masks of small
/// shapes.
final class Scratch {
  private var row = CoverageRow()
  private var crossings: [Float] = []
  private var masks: [SmallShape: CoverageMask] = [:]
  /// Masks remembered; a picture has far fewer.
  private static let masksMax = 512

  func mask(of shape: SmallShape, _ glyphs: any GlyphSource) -> CoverageMask {
    if let known = masks[shape] { return known }
    let mask = shape.mask(glyphs, self)
    if masks.count == Self.masksMax { masks.removeAll(keepingCapacity: true) }
    masks[shape] = mask
    return mask
  }

  /// Lends what polygons need: a row, and a list of places in it. Lent by value, so that the inner loops are
  /// free of the checks that come with memory shared through an object.
  func borrow(_ body: (inout CoverageRow, inout [Float]) -> Void) {
    var lent = (row: CoverageRow(), crossings: [Float]())
    swap(&lent.row, &row)
    swap(&lent.crossings, &crossings)
    body(&lent.row, &lent.crossings)
    swap(&lent.row, &row)
    swap(&lent.crossings, &crossings)
  }
}
