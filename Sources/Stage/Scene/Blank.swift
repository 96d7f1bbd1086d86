import Canvas

/// What a screen shows while a presenter wants to be looked at.
public enum Blank: Equatable, Sendable {
  case black, white

  var color: Color {
    switch self {
    case .black: Color(argb: 0xFF00_0000)
    case .white: Color(argb: 0xFFFF_FFFF)
    }
  }
}
