import Runs
import Simulation

/// How far a run is, and how it plays.
public struct RunState: Equatable, Sendable {
  /// What is run: opened again by it.
  public var target: RunTarget
  /// Steps done: 0 is before the first.
  public var step = 0
  /// The step to go to as soon as it is recorded.
  var goal: Int?
  /// Steps asked for meanwhile: they are made from there.
  var awaiting: [Movement] = []
  /// Steps recorded so far.
  public var steps = 0
  /// Whether the run has been recorded to its end.
  public var isComplete = false
  public var isPlaying = false
  public var speed = Speed.normal
  /// Steps of the lesson's stops that are known, ascending.
  public var stops: [Int] = []
  /// The page that the lens or the inspector is on; nil follows the run.
  public var inspected: Pfn?
  public var inquiry = Inquiry()
  public var zoom = RunZoom()
  public var isEditing = false
  public var draft = Draft()
  /// Where it left another branch; nil for the run that was opened.
  public var fork: Fork?
  /// The edits it is made with, ascending.
  public var editSteps: [EditSteps] = []

  public init(target: RunTarget) { self.target = target }

  public var isAtEnd: Bool { isComplete && step == steps }
  /// The stop we are at or have last passed, from 1; 0 before the first.
  public var stop: Int { stops.count { $0 <= step } }
  var nextStop: Int? { stops.first { $0 > step } }
  var previousStop: Int? { stops.last { $0 < step } }
}
