/// When a panel stands in the right column.
enum PanelStay {
  /// As long as there is room.
  case always
  /// Where the others leave room.
  case whereRoomIsLeft
  /// While somebody wants it, over the others.
  case whileOpen
}

/// How much room a panel of the right column wants.
struct PanelNeed {
  /// Pixels it looks best at, and those it can't do without.
  var width: Float
  var least: Float
  /// Pixels of height besides the rows.
  var fixed: Float
  var rows: Int
  /// Distance of rows.
  var pitch: Float
  /// Height for each pixel of width, for what is drawn square.
  var aspect: Float = 0
  /// Padding that does not count as width for `aspect`.
  var padding: Float = 0

  init(width: Float, least: Float, fixed: Float, rows: Int, pitch: Float) {
    self.width = width
    self.least = least
    self.fixed = fixed
    self.rows = rows
    self.pitch = pitch
  }

  func height(width: Float) -> Float {
    (fixed + Float(rows) * pitch + aspect * (width - 2 * padding)).rounded(.up)
  }

  /// How many pixels of its height it can do without.
  func elastic(width: Float) -> Float {
    Float(rows) * pitch * 0.1 + aspect * (width - 2 * padding) * 0.35
  }
}
