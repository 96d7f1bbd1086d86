/// The rows of a list that are seen where not all of them find room.
struct ShownRows {
  /// The first that is seen, from 0.
  let first: Int
  let count: Int
  /// Rows of the whole list.
  let total: Int

  init(first: Int, count: Int, of total: Int) {
    self.first = first
    self.count = count
    self.total = total
  }

  /// As many as find room, at least one, with one row in the middle as far as the ends of the list allow.
  init(of total: Int, fitting: Int, around row: Int) {
    count = min(max(fitting, 1), total)
    first = min(max(row - count / 2, 0), total - count)
    self.total = total
  }

  var range: Range<Int> { first..<first + count }
}
