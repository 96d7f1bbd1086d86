/// Memory that painters use again from item to item instead of asking for it each time.
final class Scratch {
  private var row = CoverageRow()
  private var crossings: [Float] = []

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
