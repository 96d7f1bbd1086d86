/// A kernel as far as compaction can tell: the differences between the versions, each with a name
/// (model section 15). Nothing else in the simulation asks which version it is.
public struct KernelVersion: Sendable {
  /// The release that was recorded or read.
  public private(set) var release: KernelRelease

  // Scanners
  /// Compound pages smaller than the request are moved as a whole; without it, none ever moves.
  public let movesLargeFolios: Bool
  /// Jumping over a block counts all its pages as scanned; without it, one.
  public let countsWholeJumps: Bool
  /// The skip hint is looked at with the first page isolated of a block entered at its start; without
  /// it, only if that page is the block's very first.
  public let hintsAtAnyFirstPage: Bool
  /// The fast search for a source block marks the block it found.
  public let fastFindSetsSkipHint: Bool
  /// The fast search for a source block stays away while a block is being finished.
  public let fastFindYieldsToFinishing: Bool
  /// `last_migrated` is the block just isolated from; without it, where the round started.
  public let lastMigratedIsScannedBlock: Bool

  // Targets
  /// Isolated free blocks are kept whole, by order; without it, split to single pages at once and
  /// handed out last one first.
  public let keepsFreeBlocksWhole: Bool
  /// A second free scan in a batch asks only for what is still missing.
  public let targetsCountDown: Bool
  /// Taking a block of half a pageblock or more moves what else is free there to the list tails.
  public let retaggingMovesFreeBlocks: Bool
  /// A target block is refused for a free block of the requested order; without it, of a pageblock.
  public let refusesBlocksOfRequestedOrder: Bool
  /// The jump to the middle of the gap asks whether the block is suitable.
  public let jumpAsksForSuitableTarget: Bool
  /// The cached free position is moved one block further down than the exhausted block.
  public let cachedFreeSkipsBlock: Bool
  /// The search through the free lists has a tracepoint.
  public let tracesFastIsolate: Bool

  /// A captured block of pageblock size or more takes the request's type with it.
  public let captureClaimsPageblock: Bool

  // Migration and the loop
  /// All sources of a batch are unmapped before the first is copied; without it, one by one.
  public let migratesInBatches: Bool
  /// A batch that failed in part is followed by a rescan of its block; without it, by a jump to the end
  /// of the window (direct, async).
  public let rescansFailedBlock: Bool
  /// Capture is looked at before the drain, and only after a round that migrated; without it, behind
  /// the drain of every round.
  public let testsCaptureBeforeDrain: Bool
  /// Foreground isolation limit: isolated pages against a sixteenth instead of half of the LRU.
  public let isolatedLimitShift: Int
  /// SYNC writes dirty pages out when their file system cannot move them.
  public let writesOutDirtyPages: Bool

  // Allocator
  /// `high` of the per-CPU sets is tuned, portions follow the pages freed since the last allocation.
  public let pagesetHighIsTuned: Bool
  /// The second free of orders 1 to 3 in a row drains a set only if half its minimum has been freed into it as well.
  public let drainsSmallBlocksLater: Bool
  /// Pages go back from the per-CPU lists under their pageblock's type; without it, the remembered one.
  public let drainsByPageblockType: Bool
  /// Every allocation tests the HIGH watermark first and marks the zone if it fails.
  public let marksZonesBelowHigh: Bool
  /// Free blocks always lie on the lists of their pageblock's type: merging retags, large blocks are
  /// freed pageblock by pageblock.
  public let keepsListsTyped: Bool
  /// A stolen page leaves the rest of its block on the lists of the block's own type.
  public let stealingKeepsType: Bool
  /// Fallback claims whole pageblocks first and steals only after that.
  public let claimsBeforeStealing: Bool
  /// Watermark checks subtract free HighAtomic pages; without it, reserved ones.
  public let countsFreeHighAtomic: Bool

  /// Only requests with `__GFP_HIGH` use and grow the HighAtomic reserve; without it, all that cannot
  /// wait.
  public let highAtomicNeedsHigh: Bool
  /// Pages of a range given back together reach the lists from the highest down, the first few first;
  /// without it, from the lowest up.
  public let freesRangesDownwards: Bool
  /// Pages that wait together for their place on an LRU list (`PAGEVEC_SIZE`).
  public let folioBatchSize: Int

  // Entry points
  /// A costly request for this node only that may not retry gives up when its first compaction has failed.
  public private(set) var givesUpOnThisNode: Bool
  /// A suitability event precedes each zone of an order −1 run.
  public let tracesSuitableForWholeZone: Bool
  /// A suitability event says so when the watermark is met already.
  public let tracesSuitableSuccess: Bool
  /// A zone suits an async costly request only if it does without the CMA pages that this may not use.
  public let suitableWithoutCMA: Bool
  /// The low proactive mark may fall below 5.
  public let proactiveMarksReachZero: Bool
  /// Daemon counters include proactive runs.
  public let daemonCountsProactive: Bool
  /// Writing the sysctl wakes kcompactd with an event.
  public let tracesProactiveWake: Bool

  // swift-format-ignore: AlwaysUseLowerCamelCase
  public static let v6_1 = KernelVersion(
    release: KernelRelease(6, 1, 192), movesLargeFolios: false, countsWholeJumps: false,
    hintsAtAnyFirstPage: false,
    fastFindSetsSkipHint: true, fastFindYieldsToFinishing: false, lastMigratedIsScannedBlock: false,
    keepsFreeBlocksWhole: false, targetsCountDown: false, retaggingMovesFreeBlocks: false,
    refusesBlocksOfRequestedOrder: false, jumpAsksForSuitableTarget: false, cachedFreeSkipsBlock: false,
    tracesFastIsolate: false, captureClaimsPageblock: false, migratesInBatches: false,
    rescansFailedBlock: false,
    testsCaptureBeforeDrain: false, isolatedLimitShift: 0, writesOutDirtyPages: true,
    pagesetHighIsTuned: false, drainsSmallBlocksLater: false, drainsByPageblockType: false,
    marksZonesBelowHigh: false,
    keepsListsTyped: false, stealingKeepsType: false, claimsBeforeStealing: false,
    countsFreeHighAtomic: false, highAtomicNeedsHigh: false, freesRangesDownwards: true, folioBatchSize: 15,
    givesUpOnThisNode: true, tracesSuitableForWholeZone: true, tracesSuitableSuccess: true,
    suitableWithoutCMA: false,
    proactiveMarksReachZero: false, daemonCountsProactive: false, tracesProactiveWake: false)

  // swift-format-ignore: AlwaysUseLowerCamelCase
  public static let v6_12 = KernelVersion(
    release: KernelRelease(6, 12, 117), movesLargeFolios: true, countsWholeJumps: true,
    hintsAtAnyFirstPage: true,
    fastFindSetsSkipHint: false, fastFindYieldsToFinishing: true, lastMigratedIsScannedBlock: true,
    keepsFreeBlocksWhole: true, targetsCountDown: true, retaggingMovesFreeBlocks: true,
    refusesBlocksOfRequestedOrder: true, jumpAsksForSuitableTarget: true, cachedFreeSkipsBlock: true,
    tracesFastIsolate: true, captureClaimsPageblock: false, migratesInBatches: true, rescansFailedBlock: true,
    testsCaptureBeforeDrain: true, isolatedLimitShift: 3, writesOutDirtyPages: true,
    pagesetHighIsTuned: true, drainsSmallBlocksLater: false, drainsByPageblockType: true,
    marksZonesBelowHigh: true,
    keepsListsTyped: true, stealingKeepsType: true, claimsBeforeStealing: false, countsFreeHighAtomic: true,
    highAtomicNeedsHigh: false, freesRangesDownwards: false, folioBatchSize: 31,
    givesUpOnThisNode: true, tracesSuitableForWholeZone: false, tracesSuitableSuccess: false,
    suitableWithoutCMA: false,
    proactiveMarksReachZero: false, daemonCountsProactive: true, tracesProactiveWake: true)

  // swift-format-ignore: AlwaysUseLowerCamelCase
  public static let v6_18 = KernelVersion(
    release: KernelRelease(6, 18, 15), movesLargeFolios: true, countsWholeJumps: true,
    hintsAtAnyFirstPage: true,
    fastFindSetsSkipHint: false, fastFindYieldsToFinishing: true, lastMigratedIsScannedBlock: true,
    keepsFreeBlocksWhole: true, targetsCountDown: true, retaggingMovesFreeBlocks: true,
    refusesBlocksOfRequestedOrder: true, jumpAsksForSuitableTarget: true, cachedFreeSkipsBlock: true,
    tracesFastIsolate: true, captureClaimsPageblock: true, migratesInBatches: true, rescansFailedBlock: true,
    testsCaptureBeforeDrain: true, isolatedLimitShift: 3, writesOutDirtyPages: false,
    pagesetHighIsTuned: true, drainsSmallBlocksLater: true, drainsByPageblockType: true,
    marksZonesBelowHigh: true,
    keepsListsTyped: true, stealingKeepsType: true, claimsBeforeStealing: true, countsFreeHighAtomic: true,
    highAtomicNeedsHigh: true, freesRangesDownwards: false, folioBatchSize: 31,
    givesUpOnThisNode: false, tracesSuitableForWholeZone: false, tracesSuitableSuccess: false,
    suitableWithoutCMA: true,
    proactiveMarksReachZero: true, daemonCountsProactive: true, tracesProactiveWake: true)

  /// Recorded only; nothing of it was read. Where recordings show no difference it is like 6.18.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public static let v7_2 = v6_18.at(KernelRelease(7, 2, 13), givesUpOnThisNode: true)

  /// One of each line, as it was recorded: what is chosen from.
  public static let all: [KernelVersion] = [.v6_1, .v6_12, .v6_18, .v7_2]

  /// All whose rules are known: of some lines one more release, which differs from the recorded one (model 3.2).
  static let known: [KernelVersion] =
    all + [
      v6_1.at(KernelRelease(6, 1, 141), givesUpOnThisNode: false),
      v6_12.at(KernelRelease(6, 12, 19), givesUpOnThisNode: false),
      v6_18.at(KernelRelease(6, 18, 35), givesUpOnThisNode: true),
    ]

  /// The same rules but for what a request for this node alone does.
  private func at(_ release: KernelRelease, givesUpOnThisNode: Bool) -> KernelVersion {
    var version = self
    version.release = release
    version.givesUpOnThisNode = givesUpOnThisNode
    return version
  }

  /// Its place in `known`: what the register `version` keeps.
  var number: Int {
    guard let number = KernelVersion.known.firstIndex(of: self) else {
      preconditionFailure("Linux \(self) is not in KernelVersion.known")
    }
    return number
  }
}

extension KernelVersion: Equatable, CustomStringConvertible {
  public static func == (a: KernelVersion, b: KernelVersion) -> Bool { a.release == b.release }

  /// The version of `all` whose line this is.
  public var ofItsLine: KernelVersion {
    KernelVersion.all.first { $0.release.line == release.line } ?? self
  }

  /// As "6.12"; of a release whose rules are others than the recorded one's all of it: "6.12.19".
  public var description: String {
    KernelVersion.all.contains(self) ? release.line.description : release.description
  }
}
