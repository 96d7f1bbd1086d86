import Testing

@testable import KernelInterface

@Suite("/proc/buddyinfo")
struct BuddyInfoTests {
  /// From an x86-64 machine with kernel 6.18.
  static let sample = """
    Node 0, zone      DMA      0      0      0      0      0      0      0      0      1      1      3 
    Node 0, zone   Normal    651   1696   1045    715   1098   1276    412    130    427    442   4266 

    """

  static func parse(_ text: String) throws -> BuddyInfo {
    try BuddyInfo(parsing: Array(text.utf8), file: "buddyinfo")
  }

  @Test("Each zone's line gives its free blocks by order")
  func rows() throws {
    let info = try Self.parse(Self.sample)
    #expect(info.rows.map(\.zone) == ["DMA", "Normal"])
    #expect(info["Normal"]?.freeBlocks == [651, 1696, 1045, 715, 1098, 1276, 412, 130, 427, 442, 4266])
    #expect(info["DMA"]?.freePages == 256 + 512 + 3 * 1024)
    #expect(info["Movable"] == nil)
  }

  @Test("What was read is written back byte for byte")
  func roundTrip() throws {
    #expect(try Self.parse(Self.sample).text == Self.sample)
  }

  @Test(
    "A wrong line is named, with what would be right",
    arguments: [
      ("", "buddyinfo: empty; expected a line for each zone"),
      (
        sample + "Node 0, zone  Movable    651   16x6 \n",
        "buddyinfo:3: “x6”; expected a number of free blocks of order 2"
      ),
      (sample + "Node 0, zone  Movable 1 2 \n", "buddyinfo:3: 2 orders; the lines before have 11"),
      ("Node 0, zone      DMA      0      0\nNod", "buddyinfo:2: “Nod”; expected “Node”"),
      ("cat: /proc/buddyinfo\n", "buddyinfo:1: “cat:”; expected “Node”"),
      (
        "Node 0, zone DMA 99999999999999999999 \n",
        "buddyinfo:1: a number of free blocks of order 0 “99999999999999999999” is too large"
      ),
      ("Node 0, zone DMA \n", "buddyinfo:1: the line ends; expected a number of free blocks of order 0"),
    ])
  func errors(text: String, message: String) {
    #expect {
      try Self.parse(text)
    } throws: {
      "\($0)" == message
    }
  }
}
