import Runs

/// How far a run is, how it plays, and what is done with it.
public struct RunState: Equatable, Sendable {
  /// What is run: opened again by it.
  public var target: RunTarget
  /// How the memory of a board aged, in words; nil for what is no board.
  var agedBy: String?
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
  public var learning = Learning.State()
  public var inspecting = Inspecting.State()
  public var finding = Finding.State()
  public var editing = Editing.State()
  public var zooming = Zooming.State()
  /// Where it left another branch; nil for the run that was opened.
  public var fork: Fork?
  /// The edits it is made with, ascending.
  public var editSteps: [EditSteps] = []

  public init(target: RunTarget, agedBy: String? = nil) {
    self.target = target
    self.agedBy = agedBy
  }

  /// The map is shown as it was before the step.
  var showsBefore: Bool { inspecting.showsBefore && step > 0 }
  public var isAtEnd: Bool { isComplete && step == steps }

  /// Where keys go; nil while they go to the run.
  var place: KeyContext? {
    finding.overlay?.place ?? (editing.isOn ? editing.place(inspecting.ring) : inspecting.place)
  }
}
