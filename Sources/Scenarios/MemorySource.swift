import Simulation

/// What a run can begin with: a scenario or a board. Making the memory is left to the thread that will
/// own it.
public protocol MemorySource: Sendable {
  var title: String { get }
  /// The kernel whose rules the run follows unless another is chosen.
  var kernel: KernelVersion { get }
  var layout: MachineLayout { get }
  /// Named stretches of memory, for the map.
  var landmarks: [Landmark] { get }
  var trigger: Trigger { get }
  /// A fresh memory; the same each time.
  func makeMemory() -> Memory
}

extension MemorySource {
  /// The run that begins here.
  public var run: Run { Run(version: kernel, trigger: trigger) }
}

extension Scenario: MemorySource {
  public var landmarks: [Landmark] { [] }
}

extension Board: MemorySource {
  public var trigger: Trigger { .compactMemory }
}
