import Simulation

/// A small memory made for one purpose, as a file of `Lessons/Scenarios` describes it.
public struct Scenario: RunSource, Equatable {
  public let title: String
  public let release: KernelRelease
  public let layout: MachineLayout
  /// What starts the run.
  public let trigger: Trigger
  let plan: PagePlan
  let cached: [CachedPositions]
  let skipHints: [Pfn]
  /// Pages that others hold isolated while the run goes on.
  let isolatedElsewhere: Int

  /// Cached scanner positions of a zone (model 4.5); nil where the file says nothing.
  struct CachedPositions: Equatable, Sendable {
    var zone: ZoneName
    var migrateAsync: Pfn?
    var migrateSync: Pfn?
    var free: Pfn?
  }

  /// A small memory is too small for names of its parts.
  public var landmarks: [Landmark] { [] }

  /// The memory as described; the same for the same file.
  public func start() -> sending (memory: Memory, run: Run) {
    let memory = plan.makeMemory()
    for pfn in skipHints { memory.setSkipHint(true, at: pfn) }
    for zone in memory.zones {
      guard let positions = cached.first(where: { $0.zone == zone.name }) else { continue }
      if let pfn = positions.migrateAsync { memory.set(.zone(zone.index, .cachedMigrateAsync), to: pfn) }
      if let pfn = positions.migrateSync { memory.set(.zone(zone.index, .cachedMigrateSync), to: pfn) }
      if let pfn = positions.free { memory.set(.zone(zone.index, .cachedFree), to: pfn) }
    }
    var run = Run(version: kernel, trigger: trigger)
    run.isolatedElsewhere = isolatedElsewhere
    run.prepare(memory)
    return (memory, run)
  }
}
