/// The simulated kernel: the page allocator and compaction at work on one memory. It changes the memory
/// only through the few primitives of this file, and tells each change to its recorder. Whatever it is in
/// the middle of is kept in the memory's registers and lists; what it has beside them are copies, and the
/// agenda.
///
/// The rules stand in extensions, one file each, named for the part of the kernel they describe.
final class Kernel<R: Recorder> {
  let memory: Memory
  let scale: Scale
  let lists: PageListMap
  // Checked by construction: nothing that a recorder does comes back to the kernel. The checks would cost
  // as much as recording itself.
  @exclusivity(unchecked) var recorder: R
  /// The register `version`, decoded.
  @exclusivity(unchecked) private(set) var version: KernelVersion
  /// What is asked of the run under way: its registers, decoded.
  @exclusivity(unchecked) var control: CompactControl
  /// Frees and tracepoints so far; the register `moment` has it at quiet points.
  @exclusivity(unchecked) var moment: Int
  @exclusivity(unchecked) var dueWorkers: ArraySlice<PagesetWorker>
  let agenda: Agenda?
  /// Edits still to be made, at the steps after which they are due, ascending.
  @exclusivity(unchecked) var dueEdits: ArraySlice<(step: Int, edits: [Edit])> = []
  /// Nobody wants to know how the run goes on.
  @exclusivity(unchecked) var isUnwanted = false
  /// Whether nothing that waits for the run under way has anything in hand that no register keeps: then each
  /// round of it begins at a quiet point.
  var isResumable = false

  /// A kernel that goes on from what the memory says.
  /// - Parameter version: the kernel whose rules hold, if not the one that the memory names.
  init(memory: Memory, version: KernelVersion? = nil, agenda: Agenda? = nil, recorder: R) {
    self.memory = memory
    self.version = version ?? memory.version
    self.agenda = agenda
    self.recorder = recorder
    scale = memory.scale
    lists = memory.lists
    moment = memory[.kernel(.moment)]
    control = memory[.running] == 0 ? CompactControl() : CompactControl { memory[$0] }
    let past = moment
    dueWorkers = agenda?.workers.drop { past > 0 && $0.moment <= past } ?? []
  }

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

  /// The memory can be gone on from as it is now, by a kernel that knows no more than its registers.
  func passQuietPoint() {
    guard R.wantsChanges, recorder.wantsCheckpoint else { return }
    set(.kernel(.moment), moment)
    recorder.markCheckpoint()
  }

  /// The kernel's rules are those of another version from here on.
  func change(to version: KernelVersion) {
    self.version = version
    set(.kernel(.version), version.number)
  }
}
