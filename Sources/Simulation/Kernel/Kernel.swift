/// The simulated kernel: the page allocator and compaction at work on one memory. It changes the memory
/// only through the few primitives of this file, and tells each change to its recorder.
///
/// The rules stand in extensions, one file each, named for the part of the kernel they describe.
final class Kernel<R: Recorder> {
  let memory: Memory
  @exclusivity(unchecked) private(set) var version: KernelVersion
  let scale: Scale
  let lists: PageListMap
  var tunables: Tunables
  // Checked by construction: nothing that a recorder does comes back to the kernel. The checks would cost
  // as much as recording itself.
  @exclusivity(unchecked) var recorder: R
  /// The CPU on which everything happens, and whose per-CPU lists are used.
  var cpu: Int
  var task: CompactionTask = .requester
  /// What is asked of the run under way.
  @exclusivity(unchecked) var control = CompactControl()
  /// Pages that wait in this CPU's batch for their place on an LRU list.
  var folioBatch: [Pfn] = []
  /// Pages that wait in the other CPUs' batches.
  var otherFolioBatches: [Pfn] = []
  var disturbances = Disturbances() {
    didSet { dueWorkers = disturbances.workers[...] }
  }
  /// Frees and tracepoints so far.
  @exclusivity(unchecked) var moment = 0
  @exclusivity(unchecked) var dueWorkers: ArraySlice<PagesetWorker> = []

  // MARK: Intervening

  /// Edits still to be made, at the steps after which they are due, ascending.
  private var dueEdits: ArraySlice<(step: Int, edits: [Edit])> = []
  /// What is asked for next, and of which kernel; it ends the request under way.
  private var successor: (version: KernelVersion, trigger: Trigger)?
  /// How many there have been.
  private var successors = 0
  @exclusivity(unchecked) private var isSignalPending = false

  init(memory: Memory, version: KernelVersion, tunables: Tunables = Tunables(), cpu: Int = 0, recorder: R) {
    self.memory = memory
    self.version = version
    self.tunables = tunables
    self.recorder = recorder
    self.cpu = cpu
    scale = memory.scale
    lists = memory.lists
  }

  /// Plans edits; those for step 0 are made at once.
  func plan(_ edits: [Int: [Edit]]) {
    dueEdits = edits.sorted { $0.key < $1.key }.map { (step: $0.key, edits: $0.value) }[...]
    if dueEdits.first?.step == 0 {
      makeDueEdits()
    } else {
      recorder.expectEdit(afterStep: dueEdits.first?.step)
    }
  }

  private func interrupt() {
    if recorder.isUnwanted {
      (dueEdits, successor) = ([], nil)
      isSignalPending = true
    }
    makeDueEdits()
  }

  private func makeDueEdits() {
    let due = dueEdits.popFirst()
    recorder.expectEdit(afterStep: dueEdits.first?.step)
    if let due { make(due.edits) }
  }

  /// Makes the edits that come behind the last step of what was asked for.
  func makeEditsAtEnd() {
    while successor == nil, !dueEdits.isEmpty {
      recorder.endStep()
      makeDueEdits()
    }
  }

  /// The request under way is given up, as at a fatal signal, and another one follows.
  func follow(with trigger: Trigger, of version: KernelVersion) {
    successor = (version, trigger)
    successors += 1
    isSignalPending = true
    // A zone that is being compacted has to be got into order first.
    if read(.control(.running)) == 0 { set(.control(.request), successors) }
  }

  /// Begins with what follows, if anything does, on the memory as it is.
  func takeSuccessor() -> Trigger? {
    guard let successor else { return nil }
    (self.successor, isSignalPending) = (nil, false)
    version = successor.version
    control = CompactControl()
    task = .requester
    set(.control(.request), successors)
    return successor.trigger
  }

  /// Whether the task that asked has a fatal signal pending (model 4.4, `fatal_signal_pending`): it gets
  /// what it holds into order and asks for nothing more. Only recorded runs are interfered with.
  @inline(__always) var isGivenUp: Bool { R.wantsChanges && isSignalPending }

  /// The scanners look for a signal only where they let go of their lock: at every batch of pages.
  @inline(__always) func seesSignal(at pfn: Pfn) -> Bool { isGivenUp && pfn % scale.clusterMax == 0 }

  // MARK: Primitives

  @inline(__always) func make(_ change: Change) {
    memory.apply(change)
    recorder.record(change)
    if R.wantsChanges, recorder.stepsUntilEdit <= 0 { interrupt() }
  }

  /// Says something at which nothing changes; a step of its own.
  @inline(__always) func note(_ rule: Rule, _ facts: @autoclosure () -> StepFacts = .nothing) {
    guard R.wantsChanges else { return }
    make(Change(noting: rule, facts(), in: memory))
  }

  @inline(__always) func read(_ register: Register) -> Int { memory[register] }

  @inline(__always) func set(_ register: Register, _ value: Int) {
    let amount = value &- memory[register]
    if amount != 0 { make(.register(register, by: amount)) }
  }

  @inline(__always) func add(_ amount: Int, to register: Register) {
    if amount != 0 { make(.register(register, by: amount)) }
  }

  /// Puts a page on a list of which the frame's bits keep order and type.
  @inline(__always) func link(
    _ pfn: Pfn, first: Bool, _ list: PageList, place: Place, order: Order, type: Migratetype,
    _ rule: Rule = .none
  ) {
    let old = memory.frame(at: pfn).bits
    let new =
      old & ~(Frame.placeMask | Frame.orderMask | Frame.typeMask) | Frame.placeBits(place)
      | Frame.orderBits(order) | Frame.typeBits(type)
    make(
      Change(
        first ? .linkFirst : .linkLast, rule, list: list.index, frame: pfn, argument: old ^ new))
  }

  /// Puts a page on a list without touching its order and type.
  @inline(__always) func link(
    _ pfn: Pfn, first: Bool, _ list: PageList, place: Place, _ rule: Rule = .none
  ) {
    make(
      Change(
        first ? .linkFirst : .linkLast, rule, list: list.index, frame: pfn,
        argument: Frame.placeBits(place)))
  }

  @inline(__always) func unlink(_ pfn: Pfn, _ list: PageList, _ rule: Rule = .none) {
    let successor = memory.next(after: pfn).map { UInt32(truncatingIfNeeded: $0) } ?? PageLinks.none
    make(Change(.unlink, rule, list: list.index, frame: pfn, argument: successor))
  }

  @inline(__always) func changeFrame(_ pfn: Pfn, to frame: Frame, _ rule: Rule = .none) {
    let difference = memory.frame(at: pfn).bits ^ frame.bits
    if difference != 0 || rule != .none {
      make(Change(.frame, rule, frame: pfn, argument: difference))
    }
  }

  /// Makes `pfn` the first entry of `list`; what stood before it goes to the end.
  func rotate(_ list: PageList, toBeginWith pfn: Pfn) {
    guard let first = memory.first(of: list), first != pfn else { return }
    make(
      Change(
        .rotate, .none, list: list.index, frame: pfn, argument: UInt32(truncatingIfNeeded: first)))
  }

  func setMigratetype(_ type: Migratetype, ofPageblockAt pfn: Pfn) {
    let old = memory.migratetype(ofPageblockAt: pfn)
    if old != type {
      make(
        Change(
          .pageblock, .none, frame: scale.pageblockStart(pfn),
          argument: UInt32(old.rawValue ^ type.rawValue)))
    }
  }

  func setSkipHint(_ skip: Bool, at pfn: Pfn) {
    if memory.skipHint(at: pfn) != skip {
      make(
        Change(
          .pageblock, .none, frame: scale.pageblockStart(pfn), argument: UInt32(Memory.skipBit)))
    }
  }

  func trace(_ tracepoint: @autoclosure () -> Tracepoint) {
    recorder.trace(tracepoint(), by: task, cpu: cpu, moment: moment)
    passMoment()
  }

  // MARK: Names for what is used all over

  @inline(__always) func zoneRegister(_ zone: Zone, _ field: ZoneField) -> Register {
    .zone(zone.index, field)
  }
  @inline(__always) func pageset(_ zone: Zone, _ field: PagesetField, cpu: Int) -> Register {
    memory.pagesetRegister(zone: zone.index, cpu: cpu, field)
  }
}
