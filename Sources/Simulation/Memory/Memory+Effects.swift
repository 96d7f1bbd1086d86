/// What a change does to a number, without carrying it out.
extension Memory {
  /// By how much a change makes a register grow.
  /// - Parameter run: the one that is under way when it is made.
  func effect(of change: Change, on register: Register, run: RunSlot) -> Int {
    let list = Int(change.list)
    func scanned(_ scanned: ControlField, _ cursor: ControlField, pages: Int, ahead: Int) -> Int {
      switch register {
      case .control(scanned, of: run): pages
      case .control(cursor, of: run): ahead
      default: 0
      }
    }
    switch change.operation {
    case .note, .rotate, .frame, .move, .pageblock: return 0
    case .register: return list == register.index ? change.amount : 0
    case .linkFirst, .linkLast: return counted(on: list, register)
    case .unlink: return -counted(on: list, register)
    case .isolate:
      return counted(on: list, register) + scanned(.migrateScanned, .migrateCursor, pages: 1, ahead: 1)
        + (register == .control(.nrMigratepages, of: run) ? 1 : 0)
    case .handOut:
      return counted(on: list, register) - (register == .control(.nrMigratepages, of: run) ? 1 : 0)
    case .moveFirst:
      return -counted(on: Int(lists.migratePages(of: run).index), register)
        - counted(on: Int(lists.targets(of: run).index), register)
        + (register == .control(.batchMoved, of: run) ? 1 : 0)
    case .migrateScan:
      let probes = Int(change.argument)
      return scanned(.migrateScanned, .migrateCursor, pages: probes, ahead: probes * list)
    case .freeScan:
      let probes = Int(change.argument)
      return scanned(.freeScanned, .freeCursor, pages: probes, ahead: probes * list)
    case .migrateJump:
      return scanned(.migrateScanned, .migrateCursor, pages: Int(change.argument), ahead: list)
    case .freeJump: return scanned(.freeScanned, .freeCursor, pages: Int(change.argument), ahead: list)
    }
  }

  /// What a block on a list counts in a register.
  private func counted(on list: Int, _ register: Register) -> Int {
    let meaning = meanings[list]
    return (Int(meaning.counter) == register.index ? Int(meaning.pages) : 0)
      + (Int(meaning.secondCounter) == register.index ? Int(meaning.pages) : 0)
  }
}
