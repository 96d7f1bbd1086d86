import Simulation

/// A machine as it boots: its memory banks, zones and what is taken from them, with the recipe that ages it.
public struct Board: RunSource, Equatable {
  public private(set) var title: String
  public let release: KernelRelease
  /// Whether no such board's log has been seen.
  public let isInferred: Bool
  public let layout: MachineLayout
  /// Holes, what was taken at boot, and CMA, in the order of the file.
  public let landmarks: [Landmark]
  /// How it aged; another one makes another memory of the same board.
  public private(set) var recipe: Recipe

  /// The same board, aged by another recipe; its title says so.
  func aged(by recipe: Recipe) -> Board {
    guard recipe != self.recipe else { return self }
    var board = self
    board.recipe = recipe
    board.title = "\(title), \(recipe.title)"
    return board
  }

  public var trigger: Trigger { .compactMemory }

  /// The aged memory, every page of it; the same for the same files.
  public func start() -> sending (memory: Memory, run: Run) {
    var plan = PagePlan(layout: layout)
    for landmark in landmarks {
      switch landmark.kind {
      case .hole: break
      case .reserved: plan.set(landmark.range, .reserved)
      case .cma:
        for pfn in stride(
          from: landmark.range.lowerBound, to: landmark.range.upperBound, by: 1 << layout.scale.pageblockOrder
        ) {
          plan.set(.cma, pageblockAt: pfn)
        }
      }
    }
    let memory = Aging.age(plan, by: recipe).makeMemory()
    let run = Run(version: kernel, trigger: trigger)
    run.prepare(memory)
    return (memory, run)
  }
}
