/// A run to be made: which kernel, what sets it off, with which settings. The same run from the same
/// memory always gives the same changes.
public struct Run: Sendable {
  public var version: KernelVersion
  public var trigger: Trigger
  public var tunables = Tunables()
  /// The CPU that compacts.
  public var cpu = 0
  public var disturbances = Disturbances()
  /// Pages that wait in the compacting CPU's batch for their LRU list.
  public var folioBatch: [Pfn] = []
  /// What a person changes while the run goes on: the edits that follow a step. The run up to there is
  /// the same as without them. Only recorded runs know steps; others leave them out.
  public var edits: [Int: [Edit]] = [:]

  public init(version: KernelVersion, trigger: Trigger) {
    self.version = version
    self.trigger = trigger
  }

  /// Makes the run as fast as it can be made. The memory is as the run left it.
  public func simulate(on memory: Memory) {
    perform(kernel(memory, NoRecorder()))
  }

  /// Makes the run and gives what the kernel would trace.
  public func trace(on memory: Memory) -> [TraceRecorder.Line] {
    let kernel = kernel(memory, TraceRecorder())
    perform(kernel)
    return kernel.recorder.lines
  }

  /// Makes the run and hands on its changes.
  /// - Parameters:
  ///   - isWanted: asked behind each chunk; as soon as it says no, the run is given up where it is.
  ///   - publish: called on this thread with each chunk, the last one included.
  public func record(
    on memory: Memory, isWanted: @escaping () -> Bool = { true }, publish: @escaping (ChangeChunk) -> Void
  ) {
    let kernel = kernel(memory, ChangeRecorder(memory: memory, isWanted: isWanted, publish: publish))
    perform(kernel)
    kernel.recorder.finish()
  }

  /// Makes the run and keeps it whole.
  public func record(on memory: Memory) -> Recording {
    var recording = Recording()
    let kernel = kernel(memory, ChangeRecorder(memory: memory, publish: { recording.append($0) }))
    perform(kernel)
    kernel.recorder.finish()
    recording.complete()
    return recording
  }

  private func kernel<R: Recorder>(_ memory: Memory, _ recorder: R) -> Kernel<R> {
    let kernel = Kernel(
      memory: memory, version: version, tunables: tunables, cpu: cpu, recorder: recorder)
    kernel.disturbances = disturbances
    kernel.folioBatch = folioBatch
    kernel.plan(edits)
    return kernel
  }

  /// What is asked for, and what a person lets follow.
  private func perform<R: Recorder>(_ kernel: Kernel<R>) {
    var next: Trigger? = kernel.takeSuccessor() ?? trigger
    while let trigger = next {
      perform(trigger, kernel)
      kernel.makeEditsAtEnd()
      next = kernel.takeSuccessor()
    }
  }

  private func perform<R: Recorder>(_ trigger: Trigger, _ kernel: Kernel<R>) {
    switch trigger {
    case .compactMemory: kernel.compactMemory()
    case .proactive: kernel.compactProactivelyUntilIdle()
    case .hugePageFaults(let megabytes): kernel.faultHugePages(megabytes: megabytes)
    case .hugePagePool(let pages): kernel.growHugePagePool(by: pages)
    case .allocations(let requests): kernel.serve(requests)
    case .kcompactd(let order, let zone): kernel.wakeKcompactd(order: order, highestZone: zone)
    case .contiguous(let range): _ = kernel.allocateContiguous(range)
    }
  }
}
