import Foundation
import KernelInterface
import Simulation
import Stage
import Words

/// A running machine: the files of it that are read, and what is shown of them.
struct LiveMachine {
  /// What it is called: this machine by its own name, another source as it was given.
  let name: String
  let buddyInfo: LiveReading<BuddyInfo>
  /// Where its zones begin and how large they are; nil for a source that gives free blocks alone.
  private let zoneInfo: LiveReading<ZoneInfo>?

  /// Of this machine's kernel; nil for another source.
  private let release: String?

  /// - Parameter source: a folder or file with copies of the files, or `command:LINE`.
  init(_ source: String, wake: @escaping @Sendable () -> Void) {
    let origin = LiveOrigin(argument: source)
    buddyInfo = LiveReading(origin, wake: wake)
    switch origin {
    case .file(let path):
      let folder = (path as NSString).deletingLastPathComponent
      zoneInfo = LiveReading(.file(folder + "/zoneinfo"), wake: wake)
      name = folder == "/proc" ? Machine.current().name : (folder as NSString).lastPathComponent
      release = folder == "/proc" ? Machine.release() : nil
    case .command(let line):
      zoneInfo = nil
      name = line
      release = nil
    }
  }

  /// Nil before there was something to read.
  var latest: Latest? {
    buddyInfo.latest.map { Latest(buddyInfo: $0, zoneInfo: zoneInfo?.latest, name: name) }
  }

  /// What is shown where it is wanted: its figures, or why there are none.
  func shown(words: Catalogue) -> MachineBlocks? {
    if let latest { return MachineBlocks(latest) }
    guard case .missing(let reason) = buddyInfo.status(words: words) else { return nil }
    return MachineBlocks(zones: [], host: name, reason: reason)
  }

  /// What the first screen says of it.
  func panel(words: Catalogue) -> Home.Machine {
    let status = buddyInfo.status(words: words)
    // The panel has room for all of the reason.
    if case .missing(let reason) = status {
      return Home.Machine(heading: words("machine.this"), status: .missing(reason: ""), text: reason)
    }
    let text = latest.map { latest in
      let blocks = latest.buddyInfo.rows.map(\.freeBlocks)
      let free = blocks.reduce(0) { $0 + $1.enumerated().reduce(0) { $0 + $1.element << $1.offset } }
      let largest = blocks.compactMap { $0.lastIndex { $0 > 0 } }.max()
      let pageSize = Machine.current().pageSize
      return words(
        largest == nil ? "machine.full" : "machine.summary",
        [
          "host": .text(title(words)), "free": .bytes(free * pageSize),
          "largest": .bytes(pageSize << (largest ?? 0)),
        ])
    }
    return Home.Machine(heading: words("machine.this"), status: status, text: text ?? title(words))
  }

  /// Its name, with the kernel where it is this one.
  private func title(_ words: Catalogue) -> String {
    guard let release else { return name }
    return words("machine.with-kernel", ["host": .text(name), "release": .text(release)])
  }

  /// What the latest readings say.
  struct Latest {
    let buddyInfo: BuddyInfo
    let zoneInfo: ZoneInfo?
    let name: String

    /// Free blocks of the machine's zone that a simulated one is a picture of: it has that zone's name and start,
    /// and its present pages but for one in a hundred. Nil where there is none, or nobody knows.
    func freeBlocks(of zone: ZoneLayout) -> [Int]? {
      let twin = zoneInfo?.zones.first {
        $0.name == zone.name.description && $0.startPFN == zone.start
          && abs($0.present - zone.present) * 100 <= zone.present
      }
      guard let twin else { return nil }
      return buddyInfo.rows.first { $0.node == twin.node && $0.zone == twin.name }?.freeBlocks
    }
  }
}

extension MachineBlocks {
  /// The order of a huge page, whose index is shown.
  private static let order = 9

  init(_ latest: LiveMachine.Latest) {
    self.init(
      zones: latest.buddyInfo.rows.map { row in
        Zone(
          name: row.zone, counts: row.freeBlocks, node: row.node,
          index: FreeBlockCounts(row.freeBlocks).fragmentationIndex(Self.order))
      },
      host: latest.name, order: Self.order, pageSize: Machine.current().pageSize,
      isPlaced: latest.zoneInfo != nil)
  }
}
