/// A run to be made: which kernel, what sets it off, with which settings. The same run from the same
/// memory always gives the same changes.
public struct Run: Sendable {
  /// What is due when; first of all, what is asked of which kernel.
  public var agenda: Agenda
  public var tunables = Tunables()
  /// The CPU that compacts.
  public var cpu = 0
  /// Pages that others hold isolated on the node (model 4.4): a simulation can't know.
  public var isolatedElsewhere = 0

  public init(version: KernelVersion, trigger: Trigger) {
    agenda = Agenda(first: Agenda.Request(version: version, trigger: trigger))
  }

  /// The kernel that it begins with.
  public var version: KernelVersion { agenda.first.version }
  /// What sets it off.
  public var trigger: Trigger { agenda.first.trigger }
  /// What a person changes behind which step.
  public var edits: [Int: [Edit]] {
    get { agenda.edits }
    set { agenda.edits = newValue }
  }

  /// Sets a memory up as the one that the run begins in: the kernel in it has the run's version and settings,
  /// and nothing under way.
  public func prepare(_ memory: Memory) {
    for field in KernelField.allCases where field != .run && field != .uncounted {
      memory.set(.kernel(field), to: 0)
    }
    memory.set(.kernel(.version), to: version.number)
    for (field, value) in tunables.fields { memory.set(.kernel(field), to: value) }
    memory.set(.kernel(.cpu), to: cpu)
    memory.set(.kernel(.isolatedElsewhere), to: isolatedElsewhere)
  }

  /// Makes the run as fast as it can be made. The memory is as the run left it.
  public func simulate(on memory: Memory) {
    _ = kernel(memory, NoRecorder())
  }

  /// Makes the run and gives what the kernel would trace.
  public func trace(on memory: Memory) -> [TraceRecorder.Line] {
    kernel(memory, TraceRecorder()).recorder.lines
  }

  /// Makes the run and hands on its changes.
  /// - Parameters:
  ///   - isWanted: asked behind each chunk; as soon as it says no, the run is given up where it is.
  ///   - publish: called on this thread with each chunk, the last one included.
  public func record(
    on memory: Memory, isWanted: @escaping () -> Bool = { true }, publish: @escaping (ChangeChunk) -> Void
  ) {
    let kernel = kernel(memory, ChangeRecorder(memory: memory, isWanted: isWanted, publish: publish))
    kernel.recorder.finish()
  }

  /// Makes the rest of a run, up to the end.
  /// - Parameters:
  ///   - memory: as it is behind all changes of `prefix`.
  ///   - prefix: the run up to one of its quiet points, empty for its start. Whatever the agenda has before
  ///     that is in it.
  ///   - checkpointDistance: changes from one quiet point that is kept to the next, at least.
  ///   - isWanted: as above, and `publish`, which is given what comes behind the prefix.
  public func record(
    on memory: Memory, goingOnFrom prefix: Recording, checkpointDistance: Int = 4096,
    isWanted: @escaping () -> Bool = { true }, publish: @escaping (ChangeChunk) -> Void
  ) {
    let recorder = ChangeRecorder(
      memory: memory, after: prefix.stepCount, checkpointDistance: checkpointDistance, isWanted: isWanted,
      publish: publish)
    let isBegun = !prefix.chunks.isEmpty
    if !isBegun { prepare(memory) }
    let kernel = Kernel(memory: memory, agenda: agenda, recorder: recorder)
    kernel.planEdits(after: isBegun ? prefix.stepCount : nil)
    kernel.serve()
    kernel.recorder.finish()
  }

  /// Makes the run and keeps it whole.
  /// - Parameter checkpointDistance: changes from one quiet point that is kept to the next, at least.
  public func record(on memory: Memory, checkpointDistance: Int = 4096) -> Recording {
    var recording = Recording()
    let recorder = ChangeRecorder(
      memory: memory, checkpointDistance: checkpointDistance, publish: { recording.append($0) })
    kernel(memory, recorder).recorder.finish()
    recording.complete()
    return recording
  }

  /// The kernel that has made the run.
  private func kernel<R: Recorder>(_ memory: Memory, _ recorder: R) -> Kernel<R> {
    prepare(memory)
    let kernel = Kernel(memory: memory, agenda: agenda, recorder: recorder)
    kernel.planEdits(after: nil)
    kernel.serve()
    return kernel
  }
}
