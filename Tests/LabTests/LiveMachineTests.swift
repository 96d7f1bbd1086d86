import Foundation
import KernelInterface
import Simulation
import Testing
import Words

@testable import Lab
@testable import Stage

@Suite("A running machine beside a simulated one")
struct LiveMachineTests {
  private let zone = ZoneLayout(
    name: .dma, ranges: [0x200...0xEFFFF], start: 0x200, end: 0xF0000, managed: 959_006,
    watermarks: Watermarks(min: 1932, low: 2891, high: 3850), lowmemReserve: [:], pageset: nil)

  private func latest(start: Int?, present: Int, name: String = "DMA") throws -> LiveMachine.Latest {
    let buddy = try BuddyInfo(
      parsing: Array("Node 0, zone \(name) 1 2 3 4 5 6 7 8 9 10 11\n".utf8), file: "buddyinfo")
    let zones = try start.map { start in
      try ZoneInfo(
        parsing: Array(
          """
          Node 0, zone \(name)
            pages free     1
                  boost    0
                  min      1
                  low      2
                  high     3
                  spanned  \(present)
                  present  \(present)
                  managed  \(present)
                  cma      0
                  protection: (0, 0)
            pagesets
            node_unreclaimable:  0
            start_pfn:           \(start)

          """.utf8), file: "zoneinfo")
    }
    return LiveMachine.Latest(buddyInfo: buddy, zoneInfo: zones, name: "db-4")
  }

  @Test("Its free blocks stand over a zone only if name, start and present pages fit")
  func twins() throws {
    let present = zone.present
    #expect(try latest(start: 0x200, present: present).freeBlocks(of: zone)?.count == 11)
    #expect(try latest(start: 0x200, present: present + present / 200).freeBlocks(of: zone) != nil)
    #expect(try latest(start: 0x200, present: present + present / 50).freeBlocks(of: zone) == nil)
    #expect(try latest(start: 1, present: 3998).freeBlocks(of: zone) == nil, "a PC's 16 MiB DMA")
    #expect(try latest(start: 0x200, present: present, name: "Normal").freeBlocks(of: zone) == nil)
    #expect(try latest(start: nil, present: present).freeBlocks(of: zone) == nil, "nobody knows")
  }

  @Test("A source that gives free blocks alone says so in a table of its own, titled with the machine")
  func unplaced() throws {
    let blocks = MachineBlocks(try latest(start: nil, present: 1))
    #expect(blocks.host == "db-4" && !blocks.isPlaced)
    #expect(try MachineBlocks(latest(start: 1, present: 1)).isPlaced)
  }
}
