import Canvas

/// Sizes of type, given as heights of a capital letter in percent of the picture's height.
public struct TypeScale: Equatable, Sendable {
  /// What a text is for.
  public enum Role: Int, CaseIterable, Sendable {
    /// Lesson title, heading of the explanation.
    case title
    /// Explanation, step k of n.
    case body
    /// Heading of a panel.
    case heading
    /// Everything else; nothing is smaller.
    case label

    /// Height of a capital letter in percent of the picture's height, at text size 100 %.
    var percent: Float {
      switch self {
      case .title: 2.0
      case .body: 1.8
      case .heading: 1.5
      case .label: 1.35
      }
    }

    /// The same as a room sees it from six picture heights away.
    var presentingPercent: Float {
      switch self {
      case .title, .body: 3.0
      case .heading, .label: 2.4
      }
    }
  }

  /// How large labels get while presenting, where more would leave no room for what they label.
  static let mostLabelScale: Float = 1.25

  /// No capital letter is lower than this many pixels, however small the window.
  public static let floor: Float = 8.6

  /// 1 is text at 100 %; while presenting, that of labels.
  public let textScale: Float
  public let isPresenting: Bool
  private let sizes: [Float]
  private let caps: [Float]

  /// Type for a window of `width` × `height` pixels with texts at `textScale` times their usual size.
  /// A window narrower than 16:10 counts as if it were that much lower, since lines get short.
  /// While presenting, only running text grows with `textScale` to its end, which may be 3.
  public init(
    width: Float, height: Float, textScale: Float, isPresenting: Bool = false, glyphs: any GlyphSource
  ) {
    let pictureHeight = Self.pictureHeight(width: width, height: height)
    let labelScale = isPresenting ? min(textScale, Self.mostLabelScale) : textScale
    var sizes: [Float] = []
    var caps: [Float] = []
    for role in Role.allCases {
      let percent = isPresenting ? role.presentingPercent : role.percent
      let scale = role == .body || role == .title ? textScale : labelScale
      let floor = Self.floor * role.percent / Role.label.percent
      let wanted = max(percent / 100 * pictureHeight, floor) * scale
      for face in Face.allCases {
        let em = (wanted / (glyphs.metrics(face: face, size: 100).capHeight / 100)).rounded()
        sizes.append(em)
        caps.append(glyphs.metrics(face: face, size: em).capHeight)
      }
    }
    self.textScale = labelScale
    self.isPresenting = isPresenting
    self.sizes = sizes
    self.caps = caps
  }

  /// The height that sizes are a share of.
  static func pictureHeight(width: Float, height: Float) -> Float { min(height, width * 10 / 16) }

  /// Em size in pixels.
  public func size(_ role: Role, _ face: Face) -> Float {
    sizes[role.rawValue * Face.allCases.count + face.rawValue]
  }

  /// Height of a capital letter in pixels.
  public func capHeight(_ role: Role, _ face: Face = .sans) -> Float {
    caps[role.rawValue * Face.allCases.count + face.rawValue]
  }

  /// Distance from one baseline to the next in running text.
  public func lineHeight(_ role: Role) -> Float {
    (size(role, .sans) * (role == .label ? 1.45 : 1.28)).rounded()
  }
}
