/// A place in a run that can be gone back to.
public struct RunPlace: Equatable, Sendable {
  public var target: MenuEntry.Target
  /// 0 is before the first step.
  public var step: Int
  /// Steps, ascending.
  public var bookmarks: [Int]

  public init(target: MenuEntry.Target, step: Int, bookmarks: [Int] = []) {
    self.target = target
    self.step = step
    self.bookmarks = bookmarks
  }

  init(_ run: RunState) {
    self.init(target: run.target, step: run.goal ?? run.step, bookmarks: run.inquiry.bookmarks)
  }
}
