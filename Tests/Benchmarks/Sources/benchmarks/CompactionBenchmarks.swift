import Simulation

/// Whole manual compactions, beside what was promised and what a real kernel takes.
enum CompactionBenchmarks {
  /// A 6.18 kernel took 2.5 s of CPU to scan 3.77 million and to migrate 505 613 pages of 24 GB; the
  /// simulation is to be ten times faster.
  private static let kernelSeconds = 2.5
  private static let limitPerScanned = kernelSeconds * 1e9 / 3_770_000 / 10
  private static let limitPerMigrated = kernelSeconds * 1e9 / 505_613 / 10

  static func run() throws -> [Figure] {
    let small = try Machines.board(gigabytes: 8)
    let large = try Machines.board(gigabytes: 32)
    return try figures("8 GB board", small, seconds: 0.25, recorded: 0.625)
      + figures("32 GB board", large, seconds: 1, recorded: 2.5)
      + figures("32 GB half full at random", HalfFull(gigabytes: 32), seconds: 1, recorded: 2.5)
  }

  private static func figures(
    _ name: String, _ source: some RunSource, seconds: Double, recorded: Double
  ) -> [Figure] {
    let (memory, run) = source.start()
    var scanned = 0
    var migrated = 0
    let plain = (0..<5).map { _ in
      let copy = Memory(copying: memory)
      let taken = time { run.simulate(on: copy) }
      func rise(_ counter: VMStatCounter) -> Int { copy[.vmstat(counter)] - memory[.vmstat(counter)] }
      scanned = rise(.compactMigrateScanned) + rise(.compactFreeScanned)
      migrated = rise(.pgmigrateSuccess)
      return taken
    }
    var changes = 0
    // Kept whole, as the program keeps it: memory that is used again would flatter the figure.
    let recording = (0..<3).map { _ in
      let copy = Memory(copying: memory)
      var kept = Recording()
      let taken = time { kept = run.record(on: copy) }
      changes = kept.changeCount
      return taken
    }
    let label = "\(name): \(scanned) scanned, \(migrated) moved"
    return [
      Figure(label, plain, limit: seconds * 1e9),
      Figure("  recorded, \(changes) changes", recording, limit: recorded * 1e9),
      Figure("  per scanned page", plain.map { $0 / Double(max(1, scanned)) }, limit: limitPerScanned),
      Figure("  per moved page", plain.map { $0 / Double(max(1, migrated)) }, limit: limitPerMigrated),
    ]
  }
}
