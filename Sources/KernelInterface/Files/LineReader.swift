/// Reads a text file word by word and line by line, as bytes, and knows where it is when something is wrong.
///
/// Here all readers get the kernel's text as people have it: with the line ends of other systems, with blanks
/// behind a line or without those that were there, with empty lines anywhere, with or without the last line's end.
struct LineReader {
  let file: String
  private let bytes: [UInt8]
  /// The current line from 1, 0 before the first `nextLine()`.
  private(set) var line = 0
  private var position = 0
  private var lineEnd = 0
  private var following = 0

  /// - Parameter line: how many lines of the file come before these bytes.
  init(_ bytes: [UInt8], file: String, after line: Int = 0) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  /// Goes to the next line that has anything in it, without the blanks at its end; false at the end of the file.
  mutating func nextLine() throws(FormatError) -> Bool {
    while following < bytes.count {
      line += 1
      position = following
      lineEnd = bytes[following...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      following = lineEnd + 1
      while lineEnd > position, Self.isBlank(bytes[lineEnd - 1]) { lineEnd -= 1 }
      if !atEnd { return true }
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Goes to the next line, which has to be there; `what` names what belongs there.
  mutating func requireLine(_ what: String) throws(FormatError) {
    guard try nextLine() else {
      throw FormatError(file: file, line: line + 1, problem: "the file ends; expected \(what)")
    }
  }

  /// True when nothing is left of the current line.
  var atEnd: Bool { position == lineEnd }

  /// The next byte of the current line, nil at its end.
  var peek: UInt8? { atEnd ? nil : bytes[position] }

  /// Skips one byte, which has to be there.
  mutating func advance() {
    precondition(!atEnd, "nothing is left of the line")
    position += 1
  }

  /// Skips the spaces at the beginning of a line; a tab counts for eight.
  /// - Returns: how many columns they take.
  mutating func skipIndent() -> Int {
    var columns = 0
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      columns += byte == UInt8(ascii: " ") ? 1 : 8
      position += 1
    }
    return columns
  }

  mutating func skipSpaces() {
    while position < lineEnd, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
      position += 1
    }
  }

  /// Skips `literal` if it comes next.
  mutating func skip(_ literal: String) -> Bool {
    var at = position
    for byte in literal.utf8 {
      guard at < lineEnd, bytes[at] == byte else { return false }
      at += 1
    }
    position = at
    return true
  }

  /// Skips `literal`, which has to come next.
  mutating func expect(_ literal: String) throws(FormatError) {
    guard skip(literal) else { throw unexpected("“\(literal)”") }
  }

  /// Nothing but spaces may be left of the line.
  mutating func expectEnd() throws(FormatError) {
    skipSpaces()
    guard atEnd else { throw unexpected("the end of the line") }
  }

  /// Skips spaces and reads up to the next space, or to one of `stops`; nil if nothing is there.
  mutating func optionalWord(until stops: String = "") -> String? {
    skipSpaces()
    let start = position
    while position < lineEnd {
      let byte = bytes[position]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || stops.utf8.contains(byte) { break }
      position += 1
    }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  /// Skips spaces and reads up to the next space, or to one of `stops`.
  mutating func word(_ what: String, until stops: String = "") throws(FormatError) -> String {
    guard let word = optionalWord(until: stops) else { throw unexpected(what) }
    return word
  }

  /// The rest of the line.
  /// - Parameter blanks: whether with those at its end.
  mutating func rest(blanks: Bool = false) -> String {
    var end = lineEnd
    while blanks, position < lineEnd, end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    defer { position = lineEnd }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// Skips spaces and reads a decimal number, with a sign or not, whose magnitude is below a limit.
  mutating func decimal(_ what: String, below limit: Int = Bounds.pages) throws(FormatError) -> Int {
    skipSpaces()
    let start = position
    let negative = skip("-")
    let magnitude = try integer(what, radix: 10, below: limit, from: start)
    return negative ? -magnitude : magnitude
  }

  /// Skips spaces and reads a number from 0 on that is below a limit: that of pages, if no other one is given.
  mutating func count(_ what: String, below limit: Int = Bounds.pages) throws(FormatError) -> Int {
    skipSpaces()
    return try integer(what, radix: 10, below: limit, from: position)
  }

  /// Skips spaces and reads a 64-bit number from 0 on.
  mutating func wide(_ what: String) throws(FormatError) -> UInt64 {
    skipSpaces()
    return try digits(what, radix: 10, from: position)
  }

  /// Skips spaces and reads a hexadecimal number, without 0x, that is below a limit: that of page frames, if no
  /// other one is given.
  mutating func hexadecimal(_ what: String, below limit: Int = Bounds.pages) throws(FormatError) -> Int {
    skipSpaces()
    return try integer(what, radix: 16, below: limit, from: position)
  }

  /// Skips spaces and reads a hexadecimal number of 64 bits, without 0x.
  mutating func wideHexadecimal(_ what: String) throws(FormatError) -> UInt64 {
    skipSpaces()
    return try digits(what, radix: 16, from: position)
  }

  /// An error about the current line.
  func error(_ problem: String) -> FormatError {
    FormatError(file: file, line: line, problem: problem)
  }

  /// An error: `expected` should come next.
  func unexpected(_ expected: String) -> FormatError {
    guard !atEnd else { return error("the line ends; expected \(expected)") }
    let found = excerpt(from: position)
    guard !found.hasPrefix("..."), !found.hasPrefix("…") else {
      return error("“\(found)”: a part was left out when it was copied; expected \(expected)")
    }
    return error("“\(found)”; expected \(expected)")
  }

  /// Digits of a number from 0 on that is below a limit.
  private mutating func integer(
    _ what: String, radix: UInt64, below limit: Int, from start: Int
  ) throws(FormatError) -> Int {
    guard let integer = Int(exactly: try digits(what, radix: radix, from: start)), integer < limit
    else { throw tooLarge(what, from: start) }
    return integer
  }

  private mutating func digits(_ what: String, radix: UInt64, from start: Int) throws(FormatError) -> UInt64 {
    let first = position
    var value: UInt64 = 0
    while position < lineEnd, let digit = Self.digit(bytes[position]), digit < radix {
      let (product, over) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      guard !over, !carry else { throw tooLarge(what, from: start) }
      value = sum
      position += 1
    }
    guard position > first else {
      position = start
      throw unexpected(what)
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  private func tooLarge(_ what: String, from start: Int) -> FormatError {
    error("\(what) “\(excerpt(from: start))” is too large")
  }

  /// Up to 24 characters from `start` on, up to the next space behind the first one.
  private func excerpt(from start: Int) -> String {
    let bytes = bytes[start..<lineEnd].prefix(96)
    let word = bytes.dropFirst().firstIndex(of: UInt8(ascii: " ")).map { bytes[..<$0] } ?? bytes
    return String(String(decoding: word, as: UTF8.self).prefix(24))
  }
}
