import Testing

@testable import KernelInterface

@Suite("The kernel's text as people have it")
struct ShellSessionTests {
  private func read(_ text: String) throws -> [[Int]] {
    try BuddyInfo(recognizing: Array(text.utf8), file: "f").rows.map(\.freeBlocks)
  }

  @Test(
    "Line ends of other systems, blanks behind a line or none, empty lines, no last line end: all are one",
    arguments: [
      "Node 0, zone DMA 1 2 \r\nNode 0, zone Normal 3 4\r\n", "Node 0, zone DMA 1 2\nNode 0, zone Normal 3 4",
      "\nNode 0, zone DMA 1 2\t\n\n \nNode 0, zone Normal 3 4   \n\n",
      "\u{feff}Node 0, zone DMA 1 2\r\r\nNode 0, zone Normal 3 4\r\r\n",
    ])
  func forms(text: String) throws {
    #expect(try read(text) == [[1, 2], [3, 4]])
  }

  @Test(
    "Prompts, greetings and other commands around a file are none of it; of two states the later counts",
    arguments: [
      "$ cat /proc/buddyinfo\nNode 0, zone DMA 1 2\n$ ",
      "root@board:~# cat /proc/buddyinfo\nNode 0, zone DMA 1 2\nroot@board:~#",
      "[me@host ~]$ cat buddyinfo\nNode 0, zone DMA 1 2\n[me@host ~]$ date\nTue Dec  1\n",
      "Linux board 6.1\nlast login today\n/ # cat /proc/buddyinfo\nNode 0, zone DMA 1 2\n",
      "# cat /proc/buddyinfo\nNode 0, zone DMA 9 9\n# echo 1 > /proc/sys/vm/compact_memory\n# cat /proc/buddyinfo\n"
        + "Node 0, zone DMA 1 2\n",
      "Node 0, zone DMA 9 9\n\nNode 0, zone DMA 1 2\n",
      "sh-5.2$ cat /proc/buddyinfo\nNode 0, zone DMA 1 2\nsh-5.2$ cat /sys/kernel/debug/extfrag/unusable_index\n"
        + "Node 0, zone DMA 0.000 0.500\n",
      "shell@phone:/ $ cat proc/buddyinfo | head\nNode 0, zone DMA 1 2\nshell@phone:/ $ exit\n",
    ])
  func around(text: String) throws {
    #expect(try read(text) == [[1, 2]])
  }

  @Test("An error names the line of the whole text")
  func lines() {
    #expect {
      try read("Welcome\n$ cat /proc/buddyinfo\n\nNode 0, zone DMA 1 2\nNode 0, zone Normal 1 x\n$ \n")
    } throws: {
      "\($0)" == "f:5: “x”; expected a number of free blocks of order 1"
    }
  }

  @Test(
    "What was left out when a file was copied is said to be missing", arguments: ["...", "…", "... more"])
  func leftOut(text: String) {
    #expect {
      try read("Node 0, zone      DMA      0      4 \(text)\n")
    } throws: {
      "\($0)" == "f:1: “\(text.prefix { $0 != " " })”: a part was left out when it was copied; "
        + "expected a number of free blocks of order 2"
    }
  }

  @Test("What is quoted of a file steers no terminal")
  func controls() {
    #expect {
      try read("Node 0, zone DMA \u{1b}[2J\u{7}1\n")
    } throws: {
      "\($0)" == "f:1: “?[2J?1”; expected a number of free blocks of order 0"
    }
  }

  @Test("A comment in a file of a capture is no prompt")
  func comments() throws {
    let text = "# PFN and how the page is pinned\n0x5 io_uring-anon\n"
    #expect(
      try PinnedPages(recognizing: Array(text.utf8), file: "pinned").text.hasSuffix("0x5 io_uring-anon\n"))
  }

  @Test("pagetypeinfo tells of each node by itself")
  func nodes() throws {
    func node(_ number: Int, _ blocks: Int) -> String {
      """
      Page block order: 9
      Pages per block:  512

      Free pages count per migrate type at order       0      1 \("")
      Node    \(number), zone   Normal, type      Movable      5   >100 \("")

      Number of blocks type      Movable \("")
      Node \(number), zone   Normal           \(blocks) \("")

      """
    }
    let info = try PageTypeInfo(parsing: Array((node(0, 10) + node(1, 11)).utf8), file: "f")
    #expect(info.pageBlocks.map(\.node) == [0, 1] && info.pageBlocks.map(\.blocks) == [[10], [11]])
    #expect(info.free.map(\.blocks) == [[.exactly(5), .moreThan(100)], [.exactly(5), .moreThan(100)]])
    #expect(try PageTypeInfo(parsing: info.bytes, file: "f") == info)
    let twice = try PageTypeInfo(parsing: Array((node(0, 10) + node(0, 12)).utf8), file: "f")
    #expect(twice.pageBlocks.map(\.blocks) == [[12]])
  }

  @Test("Only files with a content of their own are read")
  func regular() {
    #expect(throws: FileFailure.noFile(path: "/dev/zero")) { try FileReading.system.contents("/dev/zero") }
    #expect(FileFailure.noFile(path: "/dev/zero").description == "/dev/zero: not a regular file")
    let large = FileReading.fake(files: ["f": [1, 2, 3]])
    #expect(throws: FileFailure.tooLarge(path: "f", limit: 2)) { try large.contents("f", limit: 2) }
  }
}
