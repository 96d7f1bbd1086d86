import Canvas
import Words

/// Measures and breaks texts: what layout and drawing both need to know about type.
public struct Typesetter {
  public let type: TypeScale
  public let words: Catalogue
  let glyphs: any GlyphSource

  public init(type: TypeScale, words: Catalogue, glyphs: any GlyphSource) {
    self.type = type
    self.words = words
    self.glyphs = glyphs
  }

  /// Advance width of a text in pixels.
  func width(
    _ text: some StringProtocol, _ role: TypeScale.Role = .label, _ face: Face = .sans
  ) -> Float {
    measure(text, face, type.size(role, face))
  }

  /// The text, or as much of its beginning as fits into `width` pixels with … behind it.
  func elided(_ text: String, to width: Float, _ role: TypeScale.Role, _ face: Face) -> String {
    guard self.width(text, role, face) > width else { return text }
    var (fits, tooLong) = (0, text.count)
    while tooLong - fits > 1 {
      let middle = (fits + tooLong) / 2
      if self.width(text.prefix(middle) + "…", role, face) <= width {
        fits = middle
      } else {
        tooLong = middle
      }
    }
    var kept = text.prefix(fits)
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty && self.width("…", role, face) > width ? "" : kept + "…"
  }

  /// As many parts of a text, from its beginning, as find room whole. A part ends before a dot between
  /// spaces, or with a comma, which then says nothing any more.
  func whole(_ text: String, within width: Float, _ role: TypeScale.Role, _ face: Face) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    while !words.isEmpty {
      let text = words.joined(separator: " ")
      if self.width(text, role, face) <= width { return text }
      repeat { words.removeLast() } while !(words.last.map { $0.hasSuffix(",") || $0 == "·" } ?? true)
      while let last = words.last, last == "·" || last.isEmpty { words.removeLast() }
      if let last = words.last, last.hasSuffix(",") { words[words.count - 1] = last.dropLast() }
    }
    return ""
  }

  /// The text broken at spaces into lines of at most `width` pixels, and words that are longer than a
  /// line wherever they must be. With more lines than `limit`, the last one ends in ….
  func wrapped(
    _ text: String, to width: Float, _ role: TypeScale.Role, _ face: Face, limit: Int = .max
  ) -> [String] {
    guard limit > 0 else { return [] }
    let lines = wrapped(text, to: width, face, size: type.size(role, face))
    guard lines.count > limit else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    return lines[..<(limit - 1)] + [elided(rest, to: width, role, face)]
  }

  /// As above, at an em size of its own.
  /// - Parameters:
  ///   - firstWidth: of the first lines, if something stands beside them.
  ///   - firstLines: how many these are.
  func wrapped(
    _ text: String, to width: Float, firstWidth: Float? = nil, firstLines: Int = 1, _ face: Face, size: Float
  ) -> [String] {
    guard width > 0, !text.isEmpty else { return [] }
    var lines: [String] = []
    var rest = text.split(separator: " ")[...]
    while let word = rest.first {
      let room = lines.count < firstLines ? firstWidth ?? width : width
      let count = countThatFits(rest, in: room, face, size)
      if count > 0 {
        lines.append(rest.prefix(count).joined(separator: " "))
        rest = rest.dropFirst(count)
        continue
      }
      var head = word
      repeat { head.removeLast() } while head.count > 1 && measure(head, face, size) > room
      lines.append(String(head))
      rest[rest.startIndex] = word[head.endIndex...]
    }
    return lines
  }

  /// How many of the words stand beside each other in `room` pixels; 0 if the first one is too long for that
  /// and can be broken. Words are measured one by one, which is quick as they come again and again; only what
  /// about fills the line is measured as it will stand there.
  private func countThatFits(
    _ words: ArraySlice<Substring>, in room: Float, _ face: Face, _ size: Float
  ) -> Int {
    let space = measure(" ", face, size)
    var count = 0
    var sum: Float = -space
    for word in words {
      sum += space + measure(word, face, size)
      if sum > room { break }
      count += 1
    }
    func fits(_ count: Int) -> Bool {
      measure(words.prefix(count).joined(separator: " "), face, size) <= room
    }
    while count < words.count, fits(count + 1) { count += 1 }
    while count > 0, !fits(count) { count -= 1 }
    if count == 0, words.first?.count == 1 { return 1 }
    return count
  }

  private func measure(_ text: some StringProtocol, _ face: Face, _ size: Float) -> Float {
    glyphs.width(of: String(text), face: face, size: size)
  }
}

extension Typesetter {
  /// Width of the pill with a scanner's name, its point included.
  /// - Parameter isTight: where another map stands beside.
  func pillWidth(_ name: String, isTight: Bool = false) -> Float {
    let padding: Float = type.isPresenting || isTight ? 1.25 : 2.1
    return (width(name, .label, .sansSemiBold) + type.size(.label, .sans) * padding).rounded(.up)
  }
}
