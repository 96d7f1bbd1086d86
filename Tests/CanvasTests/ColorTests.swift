import Canvas
import Testing

@Suite("Colours")
struct ColorTests {
  @Test("A colour reads its notation and writes it again", arguments: ["#0A0E12", "#FFB938", "#46627F80"])
  func notation(text: String) throws {
    #expect(try #require(Color(text)).description == text)
  }

  @Test(
    "What is no colour is refused",
    arguments: ["", "#", "0A0E12", "#0A0E1", "#0A0E1G", "#+A0E12", "#0A0E12FFF", "#٠A0E12"])
  func refused(text: String) {
    #expect(Color(text) == nil)
  }

  @Test("The last two digits are the opacity")
  func alpha() {
    #expect(Color("#12345678") == Color(argb: 0x7812_3456))
    #expect(Color("#123456")?.alpha == 255)
    #expect(Color(argb: 0xFF12_3456).opacity(0.5).alpha == 128)
  }

  @Test("Source over rounds to the nearest in each channel, for every alpha and ground")
  func over() {
    for alpha in 0...255 {
      for ground in stride(from: 0, through: 255, by: 5) {
        let ink = Color(red: 255, green: 77, blue: 0, alpha: UInt8(alpha))
        let seen = ink.over(Color(red: UInt8(ground), green: UInt8(ground), blue: UInt8(ground)))
        func expected(_ channel: Int) -> UInt8 {
          UInt8((Double(channel * alpha + ground * (255 - alpha)) / 255).rounded())
        }
        #expect(seen == Color(red: expected(255), green: expected(77), blue: expected(0)))
      }
    }
  }

  @Test("A mixture starts at one colour and ends at the other")
  func mixed() {
    let black = Color(argb: 0xFF00_0000)
    let white = Color(argb: 0xFFFF_FFFF)
    #expect(black.mixed(with: white, share: 0) == black)
    #expect(black.mixed(with: white, share: 1) == white)
    #expect(black.mixed(with: white, share: 0.5) == Color(argb: 0xFF80_8080))
  }
}
