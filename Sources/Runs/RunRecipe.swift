import Lessons
import Simulation

/// What a run is made of: a memory, a kernel, what a person edits, and perhaps a lesson about it. The same
/// recipe always makes the same run.
public struct RunRecipe: Sendable {
  public var target: RunTarget
  public var source: any RunSource
  /// The kernel that it begins with.
  public var version: KernelVersion
  public var lesson: Lesson?
  /// What is changed by hand, settings as well, behind which steps.
  public var edits: [Int: [Edit]] = [:]
  /// Steps that are as the lesson tells them; nil for all.
  public var sameUntil: Int?

  /// - Parameter version: the kernel to follow, if not the one that the lesson or the source names.
  public init(
    target: RunTarget, source: any RunSource, version: KernelVersion? = nil, lesson: Lesson? = nil
  ) {
    self.target = target
    self.source = source
    self.version = version ?? lesson?.kernel ?? source.kernel
    self.lesson = lesson
  }

  /// What it is, however it was called for.
  public var identity: RunTarget { lesson.map { .lesson($0.id) } ?? target }
  public var title: String { lesson?.title ?? source.title }

  /// The kernel that the lesson or the source names.
  public var release: KernelRelease { lesson?.kernel?.release ?? source.release }

  /// A fresh memory, and the run to be made in it.
  public func start() -> sending (memory: Memory, run: Run) {
    var (memory, run) = source.start()
    run.agenda = agenda
    run.prepare(memory)
    return (memory, run)
  }

  private var agenda: Agenda {
    var agenda = Agenda(first: Agenda.Request(version: version, trigger: source.trigger))
    agenda.edits = edits
    return agenda
  }

  /// What has been asked for up to a step, and of which kernel; it may not have begun yet.
  public func request(atStep step: Int) -> Agenda.Request {
    agenda.requests(beforeStep: step).last ?? agenda.first
  }

  /// What a memory is in the middle of.
  public func request(servedIn memory: Memory) -> Agenda.Request {
    agenda.requests[memory[.kernel(.request)]]
  }

  /// Steps of the lesson's stops, in the lesson's order; nil for one that the run doesn't come to as the
  /// lesson tells it.
  func stops(in recording: Recording, scale: Scale) -> [Int?]? {
    let last = sameUntil ?? .max
    return lesson?.steps(in: recording, scale: scale).map { $0.flatMap { $0 <= last ? $0 : nil } }
  }

  /// The same run until behind a step, and from there on with what was drafted.
  /// - Parameter sameUntil: steps that it has in common with the run that was opened.
  public func branching(_ drafted: [Edit], after step: Int, sameUntil: Int) -> RunRecipe {
    var branch = self
    branch.edits = edits.filter { $0.key <= step }
    branch.edits[step, default: []] += drafted
    branch.sameUntil = sameUntil
    return branch
  }
}
