/// How fast a run plays: 1 is a step every six tenths of a second.
public struct Speed: Equatable, Sendable {
  /// Doubling as long as steps can be told apart, then in larger leaps for runs of a million steps.
  static let factors: [Double] = [0.25, 0.5, 1, 2, 4, 8, 16, 64, 256, 1024, 4096, 16384]
  /// What a step takes at 1x.
  static let stepDuration = Duration.milliseconds(600)

  private var index: Int
  public static let normal = Speed(index: 2)
  /// Of the run in the menu: about a dozen steps a second.
  static let film = Speed(index: 5)

  public var factor: Double { Speed.factors[index] }
  /// The next speed, as long as a run of so many steps lasts two seconds at it.
  public func faster(in steps: Int) -> Speed {
    let next = Speed(index: min(index + 1, Speed.factors.count - 1))
    return Double(steps) * (Self.stepDuration / .seconds(2)) >= next.factor ? next : self
  }
  public var slower: Speed { Speed(index: max(index - 1, 0)) }
}
