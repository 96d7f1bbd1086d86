import Testing

@Suite("Reading code")
struct TokenizerTests {
  private func texts(_ code: String) -> [String] { Tokenizer.tokens(in: code).map(\.text) }

  @Test("Names, numbers and punctuation are cut apart, comments and space left out")
  func tokens() {
    let tokens = Tokenizer.tokens(
      in: "let `a` = 0x1f + b.c(1.5, 1..<2) // not /* this\n/* nor /* this */ */ d\n")
    #expect(
      tokens.map(\.text) == [
        "let", "a", "=", "0x1f", "+", "b", ".", "c", "(", "1.5", ",", "1", ".", ".", "<", "2", ")", "d",
      ])
    #expect(tokens.map(\.line).last == 2)
    #expect(tokens.filter { $0.kind == .number }.map(\.text) == ["0x1f", "1.5", "1", "2"])
  }

  @Test("A string is one token, and what it interpolates is code")
  func strings() {
    let tokens = Tokenizer.tokens(in: #"f("a \(x["b"], g(1)) c // no", "d\"e") + "\\""#)
    #expect(tokens.filter { $0.kind == .text }.map(\.text) == [#"a \(…) c // no"#, "b", #"d\"e"#, #"\\"#])
    #expect(tokens.filter { $0.kind == .word }.map(\.text) == ["f", "x", "g"])
    #expect(texts("\"\" + x") == ["", "+", "x"])
  }

  @Test("Raw strings end at as many signs as they begin with")
  func raw() {
    #expect(texts(##"a(#"b "c" \(d) \#(e)"#) f"##) == ["a", "(", ##"b "c" \(d) \(…)"##, "e", ")", "f"])
  }

  @Test("Strings of several lines keep count of them")
  func long() {
    let tokens = Tokenizer.tokens(in: "a(\"\"\"\n  one \"two\"\n  \\(x)\n  \"\"\")\nb")
    #expect(tokens.map(\.text) == ["a", "(", "\n  one \"two\"\n  \\(…)\n  ", "x", ")", "b"])
    #expect(tokens.map(\.line) == [1, 1, 1, 3, 4, 5])
  }

  @Test("A slash divides after a value, and begins a pattern elsewhere")
  func patterns() {
    #expect(texts(#"a / b / c"#) == ["a", "/", "b", "/", "c"])
    #expect(texts(#"x.contains(/^"[a-z]\/"/)"#) == ["x", ".", "contains", "(", #"/^"[a-z]\/"/"#, ")"])
  }

  @Test("Text that is cut off ends with the file")
  func cut() {
    #expect(texts("a \"b") == ["a", "b"])
    #expect(texts("a /* b") == ["a"])
    #expect(texts("\"\\(a") == ["\\(…)", "a"])
  }
}
