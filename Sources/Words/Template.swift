/// A text with named places to fill in: `"{count} pages move"`. `{{` and `}}` stand for the braces
/// themselves.
public struct Template: Equatable, Sendable {
  /// A stretch of a template.
  public enum Piece: Equatable, Sendable {
    case text(String)
    /// The name between the braces.
    case place(String)
  }

  public let pieces: [Piece]

  /// Why a template can't be read; `offset` counts characters from 0.
  public enum Problem: Error, Equatable, Sendable {
    case unclosedPlace(offset: Int)
    case strayBrace(offset: Int)
    case emptyPlace(offset: Int)
  }

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// Reads a template; throws `Problem`.
  public init(_ source: String) throws(Problem) {
    var pieces: [Piece] = []
    var text = ""
    var characters = Array(source)[...]
    while let character = characters.first {
      let offset = characters.startIndex
      characters.removeFirst()
      switch character {
      case "{", "}":
        if characters.first == character {
          text.append(character)
          characters.removeFirst()
        } else if character == "}" {
          throw .strayBrace(offset: offset)
        } else {
          guard let end = characters.firstIndex(of: "}") else { throw .unclosedPlace(offset: offset) }
          let name = String(characters[..<end])
          if name.isEmpty { throw .emptyPlace(offset: offset) }
          if !text.isEmpty { pieces.append(.text(text)) }
          text = ""
          pieces.append(.place(name))
          characters = characters[(end + 1)...]
        }
      default: text.append(character)
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces
  }

  /// The names to fill in, in the order of the text.
  public var places: [String] {
    pieces.compactMap { piece in
      if case .place(let name) = piece { name } else { nil }
    }
  }

  /// The text with every place filled; a place that `values` doesn't name stays as it is written, so
  /// that the mistake can be seen.
  func filled(with values: [String: Value], numerals: Numerals) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let name): values[name].map(numerals.text) ?? "{\(name)}"
      }
    }.joined()
  }
}
