import KernelInterface
import Stage

/// A running machine: the files of it that are read, and what is shown of them.
struct LiveMachine {
  let buddyInfo: LiveReading<BuddyInfo>

  /// - Parameter source: a folder or file with copies of the files, or `command:LINE`.
  init(_ source: String, wake: @escaping @Sendable () -> Void) {
    buddyInfo = LiveReading(LiveOrigin(argument: source), wake: wake)
  }

  /// Nil before there was something to read.
  var latest: Latest? { buddyInfo.latest.map { Latest(buddyInfo: $0) } }

  /// What the latest readings say.
  struct Latest {
    let buddyInfo: BuddyInfo
  }
}

extension MachineBlocks {
  init(_ latest: LiveMachine.Latest) {
    self.init(zones: latest.buddyInfo.rows.map { Zone(name: $0.zone, counts: $0.freeBlocks) })
  }
}
