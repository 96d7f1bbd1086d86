/// A place in a run that can be gone back to.
public struct RunPlace: Equatable, Sendable {
  public var target: MenuEntry.Target
  /// 0 is before the first step.
  public var step: Int

  public init(target: MenuEntry.Target, step: Int) {
    self.target = target
    self.step = step
  }

  init(_ run: RunState) { self.init(target: run.target, step: run.goal ?? run.step) }
}
