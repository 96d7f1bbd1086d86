/// Whether the files of a snapshot fit each other: what a reader would otherwise trip over.
struct SnapshotCheck {
  let snapshot: Snapshot
  let folder: String

  func run() throws(FormatError) {
    try checkZones()
    try checkPageFiles()
    if let pageBlocks = snapshot.pageBlocks { try check(pageBlocks) }
    if let freeLists = snapshot.freeLists { try check(freeLists) }
  }

  private func checkZones() throws(FormatError) {
    guard !snapshot.zoneInfo.populated.isEmpty else { throw error("zoneinfo", "no zone has any page") }
    for row in snapshot.buddyInfo?.rows ?? [] where snapshot.zoneInfo[row.zone]?.startPFN == nil {
      throw error("buddyinfo", "zone \(row.zone) is not in zoneinfo")
    }
  }

  private func checkPageFiles() throws(FormatError) {
    let end = snapshot.zoneInfo.zones.map(\.pfns.upperBound).max() ?? 0
    let flags = snapshot.kpageflags.words.count
    guard flags >= end else {
      throw error("kpageflags", "cut short: \(flags) words; the last zone ends at pfn \(end)")
    }
    if let counts = snapshot.kpagecount?.words.count, counts < end {
      throw error("kpagecount", "cut short: \(counts) words; the last zone ends at pfn \(end)")
    }
  }

  private func check(_ pageBlocks: PageBlocks) throws(FormatError) {
    for zone in snapshot.zoneInfo.populated {
      guard let other = pageBlocks.zones.first(where: { $0.name == zone.name }) else {
        throw error("pageblocks", "zone \(zone.name) of zoneinfo is missing")
      }
      guard other.startPFN == zone.startPFN, other.spanned == zone.spanned else {
        throw error(
          "pageblocks",
          "zone \(zone.name) has \(other.spanned) pages from pfn \(other.startPFN), in zoneinfo \(zone.spanned) "
            + "from \(zone.startPFN ?? 0)")
      }
    }
    let zones = snapshot.zoneInfo.populated.map(\.pfns)
    let blockMask = (snapshot.pageTypeInfo?.pagesPerBlock ?? 512) - 1
    for block in pageBlocks.blocks {
      guard block.pfn & blockMask == 0 else {
        throw error("pageblocks", "\(hex(block.pfn)) is no pageblock's first page")
      }
      guard zones.contains(where: { $0.overlaps(block.pfn..<block.pfn + blockMask + 1) }) else {
        throw error("pageblocks", "\(hex(block.pfn)) lies in no zone")
      }
    }
  }

  private func check(_ freeLists: FreeLists) throws(FormatError) {
    var listed = [Bool](repeating: false, count: snapshot.kpageflags.words.count)
    func take(_ pfn: Int, _ order: Int, _ zone: Range<Int>, _ list: String) throws(FormatError) {
      let block = pfn..<pfn + 1 << order
      guard zone.lowerBound <= block.lowerBound, block.upperBound <= zone.upperBound else {
        throw error("freelists", "\(list): \(hex(pfn)) lies outside its zone")
      }
      for page in block {
        guard !listed[page] else { throw error("freelists", "\(list): page \(hex(page)) is listed twice") }
        listed[page] = true
      }
    }
    for list in freeLists.freeLists {
      let zone = try pfns(of: list.zone)
      for pfn in list.blocks {
        try take(pfn, list.order, zone, "free \(list.zone) \(list.order) \(list.migratetype)")
      }
    }
    for list in freeLists.perCPULists {
      let zone = try pfns(of: list.zone)
      for block in list.blocks {
        try take(block.pfn, list.order, zone, "pcp \(list.zone) \(list.cpu) \(list.index)")
      }
    }
  }

  private func pfns(of name: String) throws(FormatError) -> Range<Int> {
    guard let zone = snapshot.zoneInfo[name], zone.startPFN != nil else {
      throw error("freelists", "zone \(name) is not in zoneinfo")
    }
    return zone.pfns
  }

  private func error(_ file: String, _ problem: String) -> FormatError {
    FormatError(file: "\(folder)/\(file)", problem: problem)
  }

  private func hex(_ pfn: Int) -> String { "0x" + String(pfn, radix: 16) }
}
