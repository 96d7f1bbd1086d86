/// The state of the page allocator at one moment: a capture's `before` or `after`.
public struct Snapshot: Sendable {
  public let zoneInfo: ZoneInfo
  public let kpageflags: KPageFlags
  public let kpagecount: KPageCount?
  public let buddyInfo: BuddyInfo?
  public let pageTypeInfo: PageTypeInfo?
  public let vmstat: VMStat?
  public let memInfo: MemInfo?
  public let ioMem: IOMem?
  public let extfragIndex: ExtfragIndex?
  public let unusableIndex: UnusableIndex?
  /// Which pageblock has which migratetype; nil where kernel memory could not be read.
  public let pageBlocks: PageBlocks?
  /// The lists in order; nil where kernel memory could not be read.
  public let freeLists: FreeLists?
  /// Pages that the workload is known to have pinned.
  public let pinned: PinnedPages?

  /// What is missing or doubtful.
  public let warnings: [CaptureWarning]
}

extension Snapshot {
  /// Reads `NAME/…` of a capture.
  init(_ name: String, in folder: CaptureFolder) throws(FileFailure) {
    var warnings: [CaptureWarning] = []
    func warn(_ file: String, _ matter: CaptureWarning.Matter) {
      warnings.append(CaptureWarning(folder.path(of: "\(name)/\(file)"), matter))
    }
    zoneInfo = try folder.read("\(name)/zoneinfo")
    kpageflags = try Self.words("\(name)/kpageflags", in: folder) { (bytes, file) throws(FormatError) in
      try KPageFlags(parsing: bytes, file: file)
    }
    kpagecount = try Self.pageCounts("\(name)/kpagecount", in: folder)
    buddyInfo = try folder.readIfThere("\(name)/buddyinfo")
    pageTypeInfo = try folder.readIfThere("\(name)/pagetypeinfo")
    vmstat = try folder.readIfThere("\(name)/vmstat")
    memInfo = try folder.readIfThere("\(name)/meminfo")
    ioMem = try folder.readIfThere("\(name)/iomem")
    extfragIndex = try folder.readIfThere("\(name)/extfrag.extfrag_index")
    unusableIndex = try folder.readIfThere("\(name)/extfrag.unusable_index")
    pageBlocks = try folder.readIfThere("\(name)/pageblocks")
    freeLists = try folder.readIfThere("\(name)/freelists")
    pinned = try folder.readIfThere("\(name)/pinned")

    if !zoneInfo.unknownLines.isEmpty { warn("zoneinfo", .unknownLines(zoneInfo.unknownLines)) }
    let isMissing: [(CaptureWarning.Part, Bool)] = [
      (.kpagecount, kpagecount == nil), (.buddyinfo, buddyInfo == nil), (.pagetypeinfo, pageTypeInfo == nil),
      (.vmstat, vmstat == nil), (.pageblocks, pageBlocks == nil), (.freelists, freeLists == nil),
      (.pinned, pinned == nil),
    ]
    for (part, isMissing) in isMissing where isMissing { warn(part.rawValue, .missing(part)) }
    if let taken = freeLists?.taken, taken.inconsistentOrders > 0 || taken.inconsistentSets > 0 {
      warn("freelists", .takenInMotion(orders: taken.inconsistentOrders, sets: taken.inconsistentSets))
    }
    self.warnings = warnings
    do throws(FormatError) {
      try SnapshotCheck(snapshot: self, folder: folder.path(of: name)).run()
    } catch {
      throw .malformed(error)
    }
  }

  private static func words<Words>(
    _ name: String, in folder: CaptureFolder, _ parse: ([UInt8], String) throws(FormatError) -> Words
  ) throws(FileFailure) -> Words {
    try folder.parse(try folder.contents(of: name, limit: FileReading.mostWords), name, parse)
  }

  private static func pageCounts(_ name: String, in folder: CaptureFolder) throws(FileFailure) -> KPageCount?
  {
    do throws(FileFailure) {
      return try words(name, in: folder) { (bytes, file) throws(FormatError) in
        try KPageCount(parsing: bytes, file: file)
      }
    } catch {
      guard error == .missing(path: folder.path(of: name)) else { throw error }
      return nil
    }
  }
}
