/// How much room a panel of the right column wants.
struct PanelNeed {
  /// Pixels it looks best at, and those it can't do without.
  var width: Float
  var least: Float
  /// Pixels it makes do with where nothing beside it wants more.
  var modest: Float
  /// Whether something beside it always wants more: the column keeps its width as long as it is there.
  var keepsColumnWide = false
  /// Pixels of height besides the rows.
  var fixed: Float
  var rows: Int
  /// Smallest distance of rows.
  var pitch: Float
  /// Height for each pixel of width, for what is drawn square.
  var aspect: Float = 0
  /// Padding that does not count as width for `aspect`.
  var padding: Float = 0

  init(width: Float, least: Float, fixed: Float, rows: Int, pitch: Float) {
    self.width = width
    self.least = least
    modest = (least * 1.2).rounded()
    self.fixed = fixed
    self.rows = rows
    self.pitch = pitch
  }

  func height(width: Float) -> Float {
    (fixed + Float(rows) * pitch + aspect * (width - 2 * padding)).rounded(.up)
  }
}
