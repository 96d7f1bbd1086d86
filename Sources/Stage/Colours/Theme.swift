import Canvas

/// The colours of everything on screen. Six hues carry meaning: can move, cannot move, free, migrate
/// scanner, free scanner, reserved; all else is told apart by glyph, outline or pattern.
public struct Theme: Equatable, Sendable {
  public let name: String
  /// Behind everything, and the gap around every cell.
  public let background: Color
  public let panel: Color
  /// Lines without meaning.
  public let hairline: Color
  /// Frame of a Movable pageblock.
  public let frame: Color
  /// Rules between parts of a panel, key boxes, the played part of the timeline.
  public let rule: Color
  public let text: Color
  public let secondaryText: Color
  public let canMove: Color
  public let cannotMove: Color
  public let reserved: Color
  /// Letters on used pages.
  public let glyph: Color
  public let migrateScanner: Color
  public let freeScanner: Color
  /// The scanners' hues where they are text.
  public let migrateText: Color
  public let freeText: Color
  /// Digits on free blocks and names on the scanners' pills.
  public let ink: Color
  /// Frame and tab of a pageblock that is not Movable.
  public let markedFrame: Color
  public let goodNews: Color
  /// Ground of the current line of the algorithm and of a counter that just changed.
  public let litLine: Color
  /// Focus, inspector and motion.
  public let ring: Color
  public let freeFirst: Color
  public let freeThird: Color
  public let freeLast: Color
  /// Outline of free blocks, where their ground alone would not stand out.
  public let freeOutline: Color?
  /// Whether used pages are drawn as outlines in their hue, so that filled means free.
  public let outlinesUsedPages: Bool

  /// Reads a theme from the keys and values of its file; colours are written "#RRGGBB".
  public init(name: String, colours: [String: String]) throws(ThemeError) {
    var unread = colours
    func optional(_ key: String) throws(ThemeError) -> Color? {
      guard let value = unread.removeValue(forKey: key) else { return nil }
      guard let color = Color(value) else { throw .notAColour(theme: name, key: key, value: value) }
      return color
    }
    func required(_ key: String) throws(ThemeError) -> Color {
      guard let color = try optional(key) else { throw .missing(theme: name, key: key) }
      return color
    }
    self.name = name
    background = try required("background")
    panel = try required("panel")
    hairline = try required("hairline")
    frame = try required("frame")
    rule = try required("rule")
    text = try required("text")
    secondaryText = try required("secondaryText")
    canMove = try required("canMove")
    cannotMove = try required("cannotMove")
    reserved = try required("reserved")
    glyph = try required("glyph")
    migrateScanner = try required("migrateScanner")
    freeScanner = try required("freeScanner")
    migrateText = try required("migrateText")
    freeText = try required("freeText")
    ink = try required("ink")
    markedFrame = try required("markedFrame")
    goodNews = try required("goodNews")
    litLine = try required("litLine")
    ring = try required("ring")
    freeFirst = try required("freeFirst")
    freeThird = try required("freeThird")
    freeLast = try required("freeLast")
    freeOutline = try optional("freeOutline")
    switch unread.removeValue(forKey: "usedPages") {
    case "filled": outlinesUsedPages = false
    case "outlined": outlinesUsedPages = true
    case nil: throw .missing(theme: name, key: "usedPages")
    case .some(let value): throw .notAStyle(theme: name, value: value)
    }
    if let key = unread.keys.min() { throw .unknown(theme: name, key: key) }
  }

  /// Colours of free blocks for the orders 0 to `orders` − 1.
  public func freeScale(orders: Int) -> FreeScale {
    FreeScale(first: freeFirst, third: freeThird, last: freeLast, orders: orders)
  }
}

/// Why the keys and values of a file are not a theme.
public enum ThemeError: Error, Equatable, CustomStringConvertible {
  case missing(theme: String, key: String)
  case notAColour(theme: String, key: String, value: String)
  case notAStyle(theme: String, value: String)
  case unknown(theme: String, key: String)

  /// Where in the theme it is.
  public var key: String {
    switch self {
    case .missing(_, let key), .notAColour(_, let key, _), .unknown(_, let key): key
    case .notAStyle: "usedPages"
    }
  }

  /// What would be right.
  public var remedy: String {
    switch self {
    case .missing(_, let key): "add `\(key): \"#46627F\"`"
    case .notAColour: "write a colour like \"#46627F\""
    case .notAStyle: "write filled or outlined"
    case .unknown: "remove it"
    }
  }

  public var description: String {
    switch self {
    case .missing(let theme, let key): "theme \(theme): “\(key)” is missing"
    case .notAColour(let theme, let key, let value):
      "theme \(theme): “\(key)” is “\(value)”, not a colour like \"#46627F\""
    case .notAStyle(let theme, let value):
      "theme \(theme): “usedPages” is “\(value)”, not “filled” or “outlined”"
    case .unknown(let theme, let key): "theme \(theme): there is no colour “\(key)”"
    }
  }
}
