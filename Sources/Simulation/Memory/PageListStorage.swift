/// What being on a list means for the page and for the counters.
struct PageListMeaning {
  /// Bits that the list puts into the frame.
  var placeBits: UInt32
  var pages: Int32
  /// Registers that count the pages on it.
  var counter: UInt16
  var secondCounter: UInt16
}

/// First, last and number of blocks of a list; `PageLinks.none` where it is empty.
struct PageListHead {
  var first: UInt32
  var last: UInt32
  var length: UInt32
}

/// A page's neighbours on its list.
struct PageLinks {
  var next: UInt32
  var previous: UInt32
  static let none = UInt32.max
}
