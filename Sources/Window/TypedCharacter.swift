import Stage

/// What pressing a key with a character means once the text is known that it typed. A keysym is what the
/// key bears without Shift; only the text tells where a layout has its "?" or "[".
struct TypedCharacter: Equatable {
  let key: Key
  let modifiers: Modifiers

  /// Letters keep their small form and their Shift. For other characters, Shift and the Alt key that
  /// chooses a third character are part of the character. Nil for text that is not one character.
  init?(_ text: String, with modifiers: Modifiers) {
    guard text.count == 1, let character = text.first, character != " " else { return nil }
    if character.isLetter, let small = character.lowercased().first {
      (key, self.modifiers) = (.character(small), modifiers.subtracting(.alt))
    } else {
      (key, self.modifiers) = (.character(character), modifiers.subtracting([.shift, .alt]))
    }
  }
}
