import Lessons
import Scenarios
import Simulation

/// What a run is made of: a memory, a kernel, and perhaps a lesson about it.
public struct RunSubject: Sendable {
  public var target: MenuEntry.Target
  public var source: any MemorySource
  /// The kernel that it begins with.
  public var version: KernelVersion
  public var lesson: Lesson?
  /// What is changed by hand, settings as well, behind which steps.
  public var edits: [Int: [Edit]] = [:]
  /// Steps that are as the lesson tells them; nil for all.
  var sameUntil: Int?

  /// - Parameter version: the kernel to follow, if not the one that the lesson or the source names.
  public init(
    target: MenuEntry.Target, source: any MemorySource, version: KernelVersion? = nil, lesson: Lesson? = nil
  ) {
    self.target = target
    self.source = source
    self.version = version ?? lesson?.kernel ?? source.kernel
    self.lesson = lesson
  }

  /// What it is, however it was called for.
  var identity: MenuEntry.Target { lesson.map { .lesson($0.id) } ?? target }
  public var title: String { lesson?.title ?? source.title }
  public var run: Run {
    var run = Run(version: version, trigger: source.trigger)
    run.edits = edits
    return run
  }

  typealias Request = (version: KernelVersion, trigger: Trigger)

  /// What has been asked for up to a step, and of which kernel; it may not have begun yet.
  func request(atStep step: Int) -> Request { requests(before: step).last! }

  /// What a memory is in the middle of.
  func request(servedIn memory: Memory) -> Request {
    requests(before: .max)[memory[.control(.request)]]
  }

  /// The run's own request, and those that were let follow.
  private func requests(before step: Int) -> [Request] {
    let before = edits.filter { $0.key < step }.sorted { $0.key < $1.key }.flatMap(\.value)
    return [(version, source.trigger)]
      + before.compactMap { edit in
        if case .restart(let version, let trigger) = edit { (version, trigger) } else { nil }
      }
  }

  /// Steps of the lesson's stops, in the lesson's order; nil for one that the run doesn't come to as the
  /// lesson tells it.
  func stops(in recording: Recording, scale: Scale) -> [Int?]? {
    let last = sameUntil ?? .max
    return lesson?.steps(in: recording, scale: scale).map { $0.flatMap { $0 <= last ? $0 : nil } }
  }
}

extension Library {
  /// What a lesson or a board, scenario or file named so is about.
  public func subject(
    _ target: MenuEntry.Target, version: KernelVersion? = nil
  ) throws -> RunSubject {
    switch target {
    case .source(let name):
      return try RunSubject(target: target, source: source(named: name), version: version)
    case .lesson(let name):
      let lesson = try lesson(named: name)
      let source: any MemorySource =
        switch lesson.subject {
        case .scenario(let name): try scenario(named: name)
        case .board(let name): try board(named: name)
        }
      return RunSubject(target: target, source: source, version: version, lesson: lesson)
    }
  }
}
