import KernelInterface
import Simulation

/// Whether a recorded machine is one that can be simulated. Its files were read well, and fit each other.
struct CapturedLayoutCheck {
  let snapshot: Snapshot
  /// Of the snapshot.
  let path: String

  func run() throws(FormatError) {
    let zones = snapshot.zoneInfo.populated
    for (index, zone) in zones.enumerated() { try check(zone, below: index > 0 ? zones[index - 1] : nil) }
    try checkSize(zones)
    try checkOrders()
    for list in snapshot.freeLists?.zones ?? [] {
      for set in list.pageSets where set.fields["batch"] == 0 {
        throw error("freelists", "pageset \(list.name) \(set.cpu): a batch of 0; expected 1 or more")
      }
    }
  }

  private func check(_ zone: ZoneInfo.Zone, below last: ZoneInfo.Zone?) throws(FormatError) {
    guard zone.pfns.lowerBound > 0 else {
      throw error(
        "zoneinfo", "zone \(zone.name) begins at page frame 0, which is not simulated; expected 1 or above")
    }
    for mark in ["min", "low", "high"] {
      let pages = zone.pages[mark] ?? 0
      guard pages <= zone.spanned else {
        throw error("zoneinfo", "zone \(zone.name): “\(mark)” of \(pages) pages in a zone of \(zone.spanned)")
      }
    }
    guard let last else { return }
    let block = Scale.kernel.pageblockPages
    guard last.pfns.upperBound <= zone.pfns.lowerBound else {
      throw error(
        "zoneinfo",
        "zone \(zone.name) begins below the end of zone \(last.name); expected zones one behind the other")
    }
    guard (last.pfns.upperBound - 1) / block < zone.pfns.lowerBound / block else {
      throw error(
        "zoneinfo",
        "zones \(last.name) and \(zone.name) share a pageblock, which is not simulated; expected a border at a multiple "
          + "of \(block) pages")
    }
  }

  private func checkSize(_ zones: [ZoneInfo.Zone]) throws(FormatError) {
    let pages = zones.reduce(0) { $0 + $1.present }
    let first = zones.first?.pfns.lowerBound ?? 0
    let end = zones.last?.pfns.upperBound ?? 0
    guard pages <= MachineLayout.mostPages else {
      throw error(
        "zoneinfo", "\(pages) pages; expected \(MachineLayout.mostPages) at the most, which are 64 GiB")
    }
    // Holes take room as well.
    guard end - first <= 2 * MachineLayout.mostPages, end <= MachineLayout.endOfFrames else {
      throw error(
        "zoneinfo",
        "memory from page frame \(first) to \(end); expected no more than \(2 * MachineLayout.mostPages) page frames"
      )
    }
    if let cpu = snapshot.zoneInfo.cpus.last, cpu >= MachineLayout.mostCPUs {
      throw error("zoneinfo", "CPU \(cpu); expected \(MachineLayout.mostCPUs) CPUs at the most")
    }
  }

  /// Pageblocks and blocks of other sizes belong to other page sizes, or to kernels built otherwise.
  private func checkOrders() throws(FormatError) {
    let scale = Scale.kernel
    if let info = snapshot.pageTypeInfo, info.pageBlockOrder != scale.pageblockOrder {
      throw error(
        "pagetypeinfo",
        "pageblocks of order \(info.pageBlockOrder); expected order \(scale.pageblockOrder), the only one simulated"
      )
    }
    let orders: [(String, Int?)] = [
      ("pagetypeinfo", snapshot.pageTypeInfo?.orders),
      ("buddyinfo", snapshot.buddyInfo?.rows.first?.freeBlocks.count),
      ("freelists", snapshot.freeLists?.freeLists.map { $0.order + 1 }.max().map { max($0, scale.orders) }),
    ]
    for (file, count) in orders {
      guard let count, count != scale.orders else { continue }
      throw error(file, "\(count) orders; expected \(scale.orders), the only number simulated")
    }
  }

  private func error(_ file: String, _ problem: String) -> FormatError {
    FormatError(file: "\(path)/\(file)", problem: problem)
  }
}
