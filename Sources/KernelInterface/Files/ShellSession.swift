/// Text as it comes out of a terminal: a file's content with prompts, greetings and the output of other commands
/// around it.
///
/// What is no part of the file becomes empty lines, so that each line keeps its number.
struct ShellSession {
  private let bytes: [UInt8]
  /// What stands between prompts, with the command that printed it; nil before the first prompt.
  private var outputs: [(command: Range<Int>?, lines: Range<Int>)] = []

  init(_ text: [UInt8]) {
    bytes = text.starts(with: Self.byteOrderMark) ? Array(text[Self.byteOrderMark.count...]) : text
    var first = 0
    var command: Range<Int>?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Self.newline) ?? bytes.count
      if let next = Self.command(in: bytes[start..<end]) {
        outputs.append((command, first..<start))
        (command, first) = (next, end)
      }
      start = end + 1
    }
    outputs.append((command, first..<bytes.count))
  }

  /// The text without its prompts.
  func withoutPrompts() -> [UInt8] {
    guard outputs.count > 1 else { return bytes }
    return keeping(outputs.map(\.lines))
  }

  /// The last output in which a file begins, from there on: that of a command which names the file, if there
  /// is one.
  /// - Parameter beginnings: with what the first line of such a file can begin; none where that tells nothing.
  func output(of file: String, beginnings: [String]) -> [UInt8] {
    let telling = outputs.indices.filter { start(of: outputs[$0].lines, beginnings) != nil }
    let named = telling.last { outputs[$0].command.map { names(file, $0) } ?? false }
    guard let chosen = named ?? telling.last, let start = start(of: outputs[chosen].lines, beginnings) else {
      return withoutPrompts()
    }
    let lines = start..<outputs[chosen].lines.upperBound
    return lines == bytes.indices ? bytes : keeping([lines])
  }

  /// Where a file begins in some lines.
  private func start(of lines: Range<Int>, _ beginnings: [String]) -> Int? {
    guard !beginnings.isEmpty else {
      return bytes[lines].contains { $0 > Self.space } ? lines.lowerBound : nil
    }
    var start = lines.lowerBound
    while start < lines.upperBound {
      if beginnings.contains(where: { bytes[start..<lines.upperBound].starts(with: $0.utf8) }) {
        return start
      }
      guard let newline = bytes[start..<lines.upperBound].firstIndex(of: Self.newline) else { return nil }
      start = newline + 1
    }
    return nil
  }

  /// Whether a command has a file's name among its words, with a path or without.
  private func names(_ file: String, _ command: Range<Int>) -> Bool {
    bytes[command].split(separator: Self.space).contains { word in
      word.split(separator: UInt8(ascii: "/")).last?.elementsEqual(file.utf8) == true
    }
  }

  private func keeping(_ parts: [Range<Int>]) -> [UInt8] {
    var kept = bytes.map { $0 == Self.newline ? $0 : Self.space }
    for part in parts { kept.replaceSubrange(part, with: bytes[part]) }
    return kept
  }

  // MARK: Prompts

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  /// What other systems write before text.
  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
  /// What a line holds behind a bare `#` if that is root's prompt and no comment.
  private static let commands = [
    "cat", "zcat", "head", "tail", "less", "more", "grep", "echo", "sudo", "sysctl", "sync", "sleep", "watch",
    "uname", "adb",
  ]

  /// The command in a line that begins with a prompt, such as `$ `, `root@board:~# ` or `[me@host dir]$ `: what
  /// stands behind the prompt, which may be nothing. Nil in all other lines.
  private static func command(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var blanks = 0
    for index in line.indices.prefix(80) {
      switch line[index] {
      case space:
        blanks += 1
        guard blanks <= 2, index > line.startIndex else { return nil }
      case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: ">"):
        let command = index + 1..<line.endIndex
        guard command.isEmpty || line[command.lowerBound] <= space else { continue }
        return isPrompt(line[..<index], sign: line[index], line[command]) ? command : nil
      default: break
      }
    }
    return nil
  }

  private static func isPrompt(
    _ place: ArraySlice<UInt8>, sign: UInt8, _ command: ArraySlice<UInt8>
  ) -> Bool {
    guard let first = place.first else {
      guard sign == UInt8(ascii: "#") else { return sign != UInt8(ascii: ">") }
      let word = command.split(separator: space).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      return commands.contains(word)
    }
    let text = String(decoding: place, as: UTF8.self)
    return [UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "~")].contains(first)
      || ["@", ":/", ":~"].contains { text.contains($0) } || text.hasPrefix("bash") || text.hasPrefix("sh-")
  }
}
