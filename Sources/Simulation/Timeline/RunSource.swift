/// What a run can begin with: a scenario, a board, a recording of a real kernel. Making the memory is left to
/// the thread that will own it.
public protocol RunSource: Sendable {
  var title: String { get }
  /// The kernel that it names.
  var release: KernelRelease { get }
  var layout: MachineLayout { get }
  /// Named stretches of memory, for the map.
  var landmarks: [Landmark] { get }
  /// What sets the run off.
  var trigger: Trigger { get }
  /// A fresh memory, and the run to be made in it; the same each time.
  func start() -> sending (memory: Memory, run: Run)
}

extension RunSource {
  /// The kernel whose rules the run follows unless another is chosen.
  public var kernel: KernelVersion { release.version }
}
