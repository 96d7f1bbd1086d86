import CFontconfig
import Canvas

/// Which font file stands behind each face on this system: Inter and JetBrains Mono where they are
/// installed, else DejaVu, else whatever comes nearest; and which one has a character that they lack.
public final class FontBook {
  private let configuration: FontConfiguration
  private let files: [Face: FontFile]
  private var borrowed: [BorrowKey: FontFile?] = [:]

  private struct BorrowKey: Hashable {
    let face: Face
    let scalar: Unicode.Scalar
  }

  /// Looks every face up; throws `FontError.noFonts` if the system has none at all.
  public init() throws(FontError) {
    guard let configuration = FontConfiguration() else { throw .noFonts }
    var files: [Face: FontFile] = [:]
    for face in Face.allCases {
      guard let file = Self.find(face, in: configuration) else { throw .noFonts }
      files[face] = file
    }
    self.configuration = configuration
    self.files = files
  }

  /// The font that shows a face.
  public subscript(face: Face) -> FontFile {
    guard let file = files[face] else { preconditionFailure("every face was looked up") }
    return file
  }

  /// A font to borrow a character from that the face's own font has not; nil if no font has it.
  public func lender(of scalar: Unicode.Scalar, for face: Face) -> FontFile? {
    let key = BorrowKey(face: face, scalar: scalar)
    if let known = borrowed[key] { return known }
    let wish = FontConfiguration.Wish(family: face.families[0], weight: face.weight, scalar: scalar)
    let found = configuration.nearest(to: wish)
    borrowed[key] = .some(found)
    return found
  }

  private static func find(_ face: Face, in configuration: FontConfiguration) -> FontFile? {
    for family in face.families {
      let wish = FontConfiguration.Wish(family: family, weight: face.weight)
      if let file = configuration.nearest(to: wish), file.family == family { return file }
    }
    return configuration.nearest(to: .init(family: face.lastResort, weight: face.weight))
  }
}

extension Face {
  /// Families that the design was made for, best first.
  fileprivate var families: [String] {
    switch self {
    case .sans, .sansSemiBold: ["Inter", "DejaVu Sans"]
    case .mono, .monoBold: ["JetBrains Mono", "DejaVu Sans Mono"]
    }
  }

  /// The generic family that every system maps to something.
  fileprivate var lastResort: String {
    switch self {
    case .sans, .sansSemiBold: "sans-serif"
    case .mono, .monoBold: "monospace"
    }
  }

  fileprivate var weight: Int32 {
    switch self {
    case .sans, .mono: FC_WEIGHT_REGULAR
    case .sansSemiBold: FC_WEIGHT_DEMIBOLD
    case .monoBold: FC_WEIGHT_BOLD
    }
  }
}
