import Canvas

/// What is said to the back of the room, and stop and step at its right. It always has the same room, so that the
/// map below stays where it is: where not all sentences fit into it, the first one is seen with a mark, then the
/// second. One that is too long even so is set smaller.
struct SentenceView {
  private let speech: Speech
  private let title: Title
  private let setter: Typesetter
  /// Pixels that the sentences have.
  private let width: Float
  /// Lines that they have.
  private let lines: Int
  /// Where all of them are seen at once; else one after the other.
  let saysAll: Bool

  private var size: Float { setter.type.size(.body, .sansSemiBold) }

  /// - Parameters:
  ///   - width: Pixels from the left to the right, as `pictureHeight`.
  ///   - pictureHeight: a third of it is for sentences.
  init(_ speech: Speech, _ title: Title, width: Float, pictureHeight: Float, setter: Typesetter) {
    (self.speech, self.title, self.setter, self.width) = (speech, title, setter, width)
    let size = setter.type.size(.body, .sansSemiBold)
    let most = max(Int(pictureHeight / 3 / (size * Self.pitch).rounded()), 2)
    // Larger letters leave room for a sentence only, which may have a little more.
    let least = 3
    let places = Places(title, width: width, setter)
    func count(_ text: String) -> Int { places.wrapped(text, size: size).count }
    let longest = speech.others.map(count).max() ?? least
    lines = max(min(longest, most), least)
    saysAll = speech.sentences.count < 2 || count(speech.sentences.joined(separator: " ")) <= min(lines, most)
  }

  var height: Float { Float(lines) * (size * Self.pitch).rounded() }

  /// Distance of lines in em.
  private static let pitch: Float = 1.24

  /// What stands at the right of the first lines, and what width it leaves.
  private struct Places {
    let beside: [(text: String, role: Face)]
    let narrow: Float
    private let width: Float
    private let setter: Typesetter

    init(_ title: Title, width: Float, _ setter: Typesetter) {
      let stop = title.stop.map { stop in
        (
          setter.words("lesson.stop", ["stop": .number(stop.number), "total": .number(stop.count)]),
          Face.sansSemiBold
        )
      }
      let step = title.step.map { (TitleBar.text(of: $0, title, setter.words), Face.sans) }
      beside = [stop, step].compactMap(\.self)
      // Digits are no wider than zeros: the lines stay as they are from step to step.
      let wide = beside.map { setter.width(Glyphs.zeros(like: $0.text), .label, $0.role) }.max() ?? 0
      let gap = wide > 0 ? setter.type.size(.label, .sans) : 0
      narrow = max(width - wide - gap, width * 0.4)
      (self.width, self.setter) = (width, setter)
    }

    func wrapped(_ text: String, size: Float) -> [String] {
      setter.wrapped(
        text, to: width, firstWidth: narrow, firstLines: beside.count, .sansSemiBold, size: size)
    }
  }

  func draw(in rect: Rect, isBefore: Bool, with pen: inout Pen) {
    let places = Places(title, width: rect.width, setter)
    let pitch = (size * Self.pitch).rounded()
    for (index, said) in places.beside.enumerated() {
      let isStep = index == places.beside.count - 1
      let color = isStep && isBefore ? pen.theme.migrateText : pen.theme.secondaryText
      let row = Rect(x: rect.x, y: rect.y + Float(index) * pitch, width: rect.width, height: pitch)
      pen.text(said.text, in: row, pen.style(color, .label, said.role), .right)
    }
    let text =
      saysAll
      ? speech.sentences.joined(separator: " ")
      : speech.isAtSecond ? speech.sentences.dropFirst().joined(separator: " ") : speech.sentences[0]
    var fitting = size
    while fitting > size * 0.4,
      Float(places.wrapped(text, size: fitting).count) * (fitting * Self.pitch).rounded() > rect.height
    {
      fitting -= 1
    }
    let style = pen.style(pen.theme.text, .body, .sansSemiBold)
    let line = (fitting * Self.pitch).rounded()
    for (index, words) in places.wrapped(text, size: fitting).enumerated()
    where Float(index + 1) * line <= rect.height + 1 {
      let row = Rect(x: rect.x, y: rect.y + Float(index) * line, width: rect.width, height: line)
      pen.text(words, in: row, style, size: fitting, .left)
    }
    if !saysAll, !speech.isAtSecond { drawMark(in: rect, pitch, with: &pen) }
  }

  /// That there is more to be said, and the key that says it.
  private func drawMark(in rect: Rect, _ pitch: Float, with pen: inout Pen) {
    let row = Rect(x: rect.x, y: rect.maxY - pitch, width: rect.width, height: pitch)
    pen.text(
      pen.words("presenting.more"), in: row, pen.style(pen.theme.goodNews, .label, .sansSemiBold), .right)
  }
}
