import Canvas

/// A panel of the right column, with what it shows.
protocol ColumnPanel {
  static var panel: Panel { get }
  /// How much it is missed where room is short: the least worth folds first.
  static var worth: Int { get }
  static var stay: PanelStay { get }

  func need(_ sizes: PanelSizes) -> PanelNeed
  func draw(in rect: Rect, with pen: inout Pen)
}

extension ColumnPanel {
  static var stay: PanelStay { .always }
}

/// The sizes that panels reckon their need with, in pixels.
struct PanelSizes {
  let setter: Typesetter
  /// Pixels of this window for one pixel of a picture 1080 lines high.
  let unit: Float
  let isBesideBoard: Bool
  /// The letters of labels.
  let em: Float
  /// The width at which panels look best.
  let full: Float
  /// The width that there is.
  let width: Float

  /// - Parameter room: pixels that the map leaves.
  init(setter: Typesetter, unit: Float, isBesideBoard: Bool, room: Float) {
    self.setter = setter
    self.unit = unit
    self.isBesideBoard = isBesideBoard
    em = setter.type.size(.label, .sans)
    full = max(
      em * (isBesideBoard ? 22.6 : 25.6), (isBesideBoard ? 452 : 513) * unit * setter.type.textScale)
    width = min(full, room)
  }

  /// The height of a panel besides its rows.
  var frame: Float { PanelFrame.height(setter: setter, unit: unit) }
  /// The room left and right of what stands in a panel.
  var padding: Float { PanelFrame.padding(unit) }
}
