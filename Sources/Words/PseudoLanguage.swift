/// A made-up language that shows what a translation would break: longer words, letters with accents,
/// the same places.
extension Catalogue {
  /// This catalogue with every word grown, so that texts get longer by `growth` (0.4 is 40 %) while
  /// lines can still break where they did.
  public func pseudoLanguage(growth: Double = 0.4) -> Catalogue {
    let grown = entries.mapValues { entry in
      switch entry {
      case .one(let template): Entry.one(template.grown(by: growth))
      case .plural(let one, let other):
        Entry.plural(one: one.grown(by: growth), other: other.grown(by: growth))
      }
    }
    return Catalogue(language: language + "-x-pseudo", numerals: numerals, entries: grown)
  }
}

extension Template {
  fileprivate func grown(by growth: Double) -> Template {
    var owed = 0.0
    return Template(
      pieces: pieces.map { piece in
        guard case .text(let text) = piece else { return piece }
        var longer = ""
        for character in text {
          let accented = accents[character] ?? character
          longer.append(accented)
          owed += growth
          while owed >= 1, character.isLetter {
            longer.append(accented)
            owed -= 1
          }
        }
        return .text(longer)
      })
  }
}

private let accents: [Character: Character] = [
  "a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "c": "ç", "n": "ñ", "y": "ý",
  "A": "Á", "E": "É", "I": "Í", "O": "Ó", "U": "Ú", "C": "Ç", "N": "Ñ",
]
