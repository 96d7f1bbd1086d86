/// Whether the files of a snapshot fit each other: what a reader would otherwise trip over.
struct SnapshotCheck {
  let snapshot: Snapshot
  let folder: String

  func run() throws(FormatError) {
    try checkZones()
    try checkPageFiles()
    if let pageTypeInfo = snapshot.pageTypeInfo { try check(pageTypeInfo) }
    if let pageBlocks = snapshot.pageBlocks { try check(pageBlocks) }
    if let freeLists = snapshot.freeLists { try check(freeLists) }
  }

  /// In a snapshot zones are told apart by name.
  private func checkZones() throws(FormatError) {
    let zones = snapshot.zoneInfo.populated
    guard let first = zones.first else { throw error("zoneinfo", "no zone has any page") }
    if let other = zones.first(where: { $0.node != first.node }) {
      throw error(
        "zoneinfo",
        "memory on nodes \(first.node) and \(other.node); expected one node, as several are not simulated")
    }
    for (index, zone) in zones.enumerated() {
      guard ZoneInfo.zoneNames.contains(zone.name) else {
        throw error(
          "zoneinfo", "zone \(zone.name); expected \(ZoneInfo.zoneNames.joined(separator: ", "))")
      }
      if zones[..<index].contains(where: { $0.name == zone.name }) {
        throw error("zoneinfo", "two zones of the name \(zone.name); expected each once")
      }
    }
    for row in snapshot.buddyInfo?.rows ?? [] where !has(row.node, row.zone) {
      throw error("buddyinfo", "zone \(row.zone) of node \(row.node) is not in zoneinfo")
    }
  }

  private func has(_ node: Int, _ name: String) -> Bool {
    snapshot.zoneInfo.populated.contains { $0.node == node && $0.name == name }
  }

  /// That pagetypeinfo is of this machine: its zones, and as many pageblocks as their pages can make.
  private func check(_ info: PageTypeInfo) throws(FormatError) {
    for row in info.free where !has(row.node, row.zone) {
      throw error("pagetypeinfo", "zone \(row.zone) of node \(row.node) is not in zoneinfo")
    }
    for zone in snapshot.zoneInfo.populated {
      guard let row = info.pageBlocks.first(where: { $0.node == zone.node && $0.zone == zone.name }) else {
        throw error("pagetypeinfo", "zone \(zone.name) of zoneinfo is missing")
      }
      let blocks = row.blocks.reduce(0, +)
      let least = zone.present / info.pagesPerBlock - 1
      let most = zone.spanned / info.pagesPerBlock + 2
      guard (least...max(least, most)).contains(blocks) else {
        throw error(
          "pagetypeinfo",
          "of another machine: \(blocks) pageblocks in zone \(zone.name), whose \(zone.present) pages make "
            + "\(least) to \(most)")
      }
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
    for zone in pageBlocks.zones {
      // 0 before the first run; a position may be the first page of the pageblock that holds it.
      let pfns = (zone.startPFN & ~blockMask)...zone.startPFN + zone.spanned
      for pfn in zone.positions where pfn != 0 && !pfns.contains(pfn) {
        throw error("pageblocks", "zone \(zone.name): position \(hex(pfn)) lies outside")
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
        guard !snapshot.kpageflags[page].contains(.nopage) else {
          throw error("freelists", "\(list): page \(hex(page)) does not exist")
        }
        guard !listed[page] else { throw error("freelists", "\(list): page \(hex(page)) is listed twice") }
        listed[page] = true
      }
    }
    for zone in freeLists.zones { try check(zone) }
    for list in freeLists.freeLists {
      let zone = try pfns(of: list.zone)
      for pfn in list.blocks {
        try take(pfn, list.order, zone, "free \(list.zone) \(list.order) \(list.migratetype)")
      }
    }
    for list in freeLists.perCPULists {
      let zone = try pfns(of: list.zone)
      try checkCPU(list.cpu, "pcp \(list.zone) \(list.cpu) \(list.index)")
      for block in list.blocks {
        try take(block.pfn, list.order, zone, "pcp \(list.zone) \(list.cpu) \(list.index)")
      }
    }
  }

  private func check(_ zone: FreeLists.Zone) throws(FormatError) {
    let pages = try pfns(of: zone.name).count
    let marks = (zone.fields[array: "_watermark"] ?? []).prefix(3)
    for pfns in marks
      + ["NR_FREE_PAGES", "nr_reserved_highatomic", "nr_free_highatomic"].compactMap({
        zone.fields[$0]
      }) where pfns > pages
    {
      throw error("freelists", "zone \(zone.name): \(pfns) pages in a zone of \(pages)")
    }
    for set in zone.pageSets { try checkCPU(set.cpu, "pageset \(zone.name) \(set.cpu)") }
  }

  private func checkCPU(_ cpu: Int, _ record: String) throws(FormatError) {
    let cpus = snapshot.zoneInfo.cpus
    guard cpus.contains(cpu) else {
      throw error("freelists", "\(record): CPU \(cpu) is not in zoneinfo, which has \(Self.list(of: cpus))")
    }
  }

  /// CPUs as words.
  static func list(of cpus: [Int]) -> String {
    guard let first = cpus.first, let last = cpus.last else { return "none" }
    return cpus.count == last - first + 1 && cpus.count > 2
      ? "\(first) to \(last)" : cpus.map(String.init).joined(separator: ", ")
  }

  private func pfns(of name: String) throws(FormatError) -> Range<Int> {
    guard let zone = snapshot.zoneInfo.populated.first(where: { $0.name == name }) else {
      throw error("freelists", "zone \(name) is not in zoneinfo")
    }
    return zone.pfns
  }

  private func error(_ file: String, _ problem: String) -> FormatError {
    FormatError(file: "\(folder)/\(file)", problem: problem)
  }

  private func hex(_ pfn: Int) -> String { "0x" + String(pfn, radix: 16) }
}
