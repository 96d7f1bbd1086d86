import Testing
import Words

@Suite("Numerals")
struct NumeralsTests {
  let numerals = Numerals(group: " ", decimal: ".")

  @Test(
    "Digits stand in groups of three",
    arguments: [
      (0, "0"), (999, "999"), (1027, "1 027"), (2_096_640, "2 096 640"), (-1, "−1"), (-1500, "−1 500"),
    ])
  func groups(value: Int, text: String) { #expect(numerals.number(value) == text) }

  @Test(
    "Bytes take the largest binary unit and no needless decimals",
    arguments: [
      (0, "0\u{A0}B"), (512, "512\u{A0}B"), (4096, "4\u{A0}KiB"), (4_194_304, "4\u{A0}MiB"),
      (4_026_531_840, "3.75\u{A0}GiB"), (1536, "1.5\u{A0}KiB"), (34_083_962_880, "31.74\u{A0}GiB"),
    ])
  func bytes(value: Int, text: String) { #expect(numerals.bytes(value) == text) }

  @Test("A pfn is hexadecimal") func pfn() { #expect(numerals.pfn(0x1001ff) == "0x1001ff") }

  @Test(
    "A share is a whole percentage",
    arguments: [(0.0, "0\u{A0}%"), (0.424, "42\u{A0}%"), (1.0, "100\u{A0}%")])
  func percent(value: Double, text: String) { #expect(numerals.percent(value) == text) }

  @Test(
    "Decimals are rounded and keep their zeros",
    arguments: [
      (0.0, 3, "0.000"), (0.0205, 3, "0.021"), (-1.0, 3, "−1.000"), (1234.5, 0, "1 235"),
      (-0.0001, 2, "0.00"),
    ])
  func decimal(value: Double, digits: Int, text: String) {
    #expect(numerals.decimal(value, digits: digits) == text)
  }
}
