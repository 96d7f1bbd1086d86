import CFontconfig

/// The fonts of the system, as fontconfig knows them. Owns one fontconfig configuration.
final class FontConfiguration {
  /// What is asked for; every part narrows the choice but none is promised.
  struct Wish {
    var family: String
    var weight: Int32
    /// A character that the font should have.
    var scalar: Unicode.Scalar?
  }

  private let configuration: OpaquePointer

  /// Fails where fontconfig has no configuration at all.
  init?() {
    guard let configuration = FcInitLoadConfigAndFonts() else { return nil }
    self.configuration = configuration
  }

  deinit { FcConfigDestroy(configuration) }

  /// The nearest font that can be scaled; nil if there is none, or none with the scalar wished for.
  func nearest(to wish: Wish) -> FontFile? {
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, wish.family)
    FcPatternAddInteger(pattern, FC_WEIGHT, wish.weight)
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue)
    FcPatternAddBool(pattern, FC_COLOR, FcFalse)
    // The files of a family with fixed weights are preferred to one with a variable weight.
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse)
    if let scalar = wish.scalar {
      let characters = FcCharSetCreate()
      defer { FcCharSetDestroy(characters) }
      FcCharSetAddChar(characters, scalar.value)
      FcPatternAddCharSet(pattern, FC_CHARSET, characters)
    }
    FcConfigSubstitute(configuration, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    guard let match = FcFontMatch(configuration, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    guard boolean(match, FC_SCALABLE) != false, boolean(match, FC_COLOR) != true else { return nil }
    if let scalar = wish.scalar, !has(match, scalar) { return nil }
    return file(match)
  }

  private func file(_ match: OpaquePointer) -> FontFile? {
    guard let path = string(match, FC_FILE) else { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(match, FC_INDEX, 0, &index)
    return FontFile(
      path: path, index: Int(index), family: string(match, FC_FAMILY) ?? "",
      style: string(match, FC_STYLE) ?? "")
  }

  private func string(_ match: OpaquePointer, _ property: String) -> String? {
    var text: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(match, property, 0, &text) == FcResultMatch, let text else { return nil }
    return String(cString: text)
  }

  private func boolean(_ match: OpaquePointer, _ property: String) -> Bool? {
    var value: FcBool = 0
    guard FcPatternGetBool(match, property, 0, &value) == FcResultMatch else { return nil }
    return value != 0
  }

  private func has(_ match: OpaquePointer, _ scalar: Unicode.Scalar) -> Bool {
    var characters: OpaquePointer?
    guard FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch else { return false }
    return FcCharSetHasChar(characters, scalar.value) != 0
  }
}
