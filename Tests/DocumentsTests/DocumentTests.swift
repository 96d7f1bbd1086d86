import Documents
import Surroundings
import Testing

@Suite("Document")
struct DocumentTests {
  func parse(_ text: String) throws -> DocumentNode { try Document.parse(text, file: "f.yaml") }

  @Test("A mapping gives its values, numbers in both notations")
  func values() throws {
    let top = try parse("a: 12\nb: 0x1f\nc: 0.25\nd: [1, 2]\ne: 0x10-0x1f\nf: true\n")
      .mapping("a", "b", "c", "d", "e", "f")
    #expect(try top.required("a").integer() == 12)
    #expect(try top.required("b").integer() == 31)
    #expect(try top.required("c").fraction() == 0.25)
    #expect(try top.required("d").sequence().map { try $0.integer() } == [1, 2])
    #expect(try top.required("a").values().count == 1)
    #expect(try top.required("e").pfnRange() == 16...31)
    #expect(try top.required("a").pfnRange() == 12...12)
    #expect(try top.required("f").boolean())
    #expect(top["g"] == nil)
  }

  @Test("A key that is not known is reported where it stands, with the nearest known one")
  func unknownKey() {
    #expect(
      message { _ = try parse("zones: 1\n  \npagebloks: 2\n").mapping("zones", "pageblocks") }
        == "f.yaml:3:1: `pagebloks` is not known here; did you mean `pageblocks`?")
    #expect(
      message { _ = try parse("zones: {a: 1}\nxyz: 2\n").mapping("zones", "fill") }
        == "f.yaml:2:1: `xyz` is not known here; known are zones, fill")
  }

  @Test("A missing key is reported where its mapping begins")
  func missingKey() {
    #expect(
      message { _ = try parse("a:\n  b: 1\n").mapping("a").required("a").mapping("b", "c").required("c") }
        == "f.yaml:2:3: `c` is missing here; add `c: …`")
  }

  @Test("A key given more than once is refused")
  func duplicateKey() {
    #expect(
      message { _ = try parse("x: 0\na: 1\na: 2\n") }
        == "f.yaml:2:1: the key `a` is given more than once in this mapping; keep one of them")
  }

  @Test("What is not YAML is reported at the parser's place")
  func syntax() {
    #expect(message { _ = try parse("a: [1, 2\nb: 3\n") }.hasPrefix("f.yaml:2:2: this is not YAML: "))
    #expect(message { _ = try parse("a: *b\n") }.hasPrefix("f.yaml:1:4: this is not one YAML document: "))
    #expect(
      message { _ = try parse("a: 1\n---\nb: 2\n") }.hasPrefix("f.yaml:2:1: this is not one YAML document: "))
    #expect(
      message { _ = try parse("a: b\n\u{1}c: d\n") }.hasPrefix(
        "f.yaml:2:1: this character can't stand in YAML: "))
    #expect(
      message { _ = try parse("# nothing\n") }
        == "f.yaml:1:1: there is nothing here; write the keys this file needs")
  }

  @Test("A document inside a file reports the file's lines")
  func offset() {
    #expect(
      message {
        _ = try Document.parse("a: 1\nb: x\n", file: "l.md", firstLine: 10).mapping("a", "b").required("b")
          .integer()
      }
        == "l.md:11:4: `x` is not a whole number; write one, decimal or as 0x1f from 0 up")
  }

  @Test("A value of the wrong kind says what it is and what would be right")
  func kinds() throws {
    let top = try parse("n: 1.5\nbig: 70\nr: 0x20-0x10\nw: dashed\ns: {a: 1}\nempty:\nl: [1]\n").openMapping()
    func node(_ key: String) throws -> DocumentNode { try top.required(key) }
    #expect(
      message { _ = try node("n").integer() }
        == "f.yaml:1:4: `1.5` is not a whole number; write one, decimal or as 0x1f from 0 up")
    #expect(
      message { _ = try node("n").fraction() }
        == "f.yaml:1:4: `1.5` is out of range; write a number from 0.0 to 1.0")
    #expect(
      message { _ = try node("big").integer(in: 0...64) }
        == "f.yaml:2:6: `70` is out of range; write a whole number from 0 to 64")
    #expect(
      message { _ = try node("r").pfnRange() }
        == "f.yaml:3:4: `0x20-0x10` ends before it begins; write the lower page frame first")
    #expect(
      message { _ = try node("w").pfnRange() }
        == "f.yaml:4:4: `dashed` is not a range of page frames; write the first and the last, as 0x100000-0x1001ff"
    )
    #expect(
      message { _ = try node("w").choice(["dash": 1, "solid": 2]) }
        == "f.yaml:4:4: `dashed` is not known here; did you mean `dash`? (dash, solid)")
    #expect(
      message { _ = try node("s").choice(["dash": 1, "solid": 2]) }
        == "f.yaml:5:4: a mapping is not known here; write one of dash, solid")
    #expect(
      message { _ = try node("w").boolean() }
        == "f.yaml:4:4: `dashed` is neither yes nor no; write true or false")
    #expect(
      message { _ = try node("s").sequence() }
        == "f.yaml:5:4: a mapping stands where a list is needed; write [a, b] or one line with - for each")
    #expect(
      message { _ = try node("l").mapping("a") }
        == "f.yaml:7:4: a list stands where a mapping is needed; write keys with values, as `key: value`")
    #expect(
      message { _ = try node("empty").string() }
        == "f.yaml:6:1: nothing stands where a text is needed; write a text")
    #expect(
      message { _ = try node("n").fraction(in: 2...3) }
        == "f.yaml:1:4: `1.5` is out of range; write a number from 2.0 to 3.0")
    #expect(
      message { _ = try node("w").fraction() }
        == "f.yaml:4:4: `dashed` is not a number; write one from 0.0 to 1.0")
  }

  @Test("A file that is not there is an error in one line")
  func missingFile() {
    #expect(
      message { _ = try Document.read(path: "/nonexistent/x.yaml") }
        == "/nonexistent/x.yaml:1:1: the file can't be read; give the path of a readable file")
  }
}
