import Captures
import KernelInterface
import Simulation

/// Where a simulated run parts from the recorded one, with what the simulation knew there.
public struct FirstDifference: Sendable, Encodable {
  public var task: TracedTask
  /// Counted from 1, among the task's events.
  public var event: Int
  /// The run of a zone that it belongs to, counted from 1; 0 before the first.
  public var run: Int
  /// As tracefs prints them; nil where that side has no more.
  public var recorded: String?
  public var simulated: String?
  /// The events before it, which agree, oldest first.
  public var before: [String]
  /// What the simulation last did for its event: the rule's name, the page or block it was about, and the
  /// kernel function that the rule describes.
  public var step: Int
  public var rule: String
  public var kernelSymbol: String
  public var pfn: Int
  /// The zone and the positions at that moment.
  public var zone: String
  public var numbers: [Number]

  public struct Number: Sendable, Encodable {
    public var name: String
    public var value: Int
    /// Whether it is a page frame number.
    public var isPfn: Bool
  }

  /// Events shown of those that agree.
  private static let shown = 6

  init?(_ compared: ComparedTask, recorded: [TraceEvent], simulated: [TraceEvent], machine: CapturedMachine) {
    guard !compared.isExact else { return nil }
    let index = compared.prefix
    func text(_ events: [TraceEvent], _ index: Int) -> String? {
      events.indices.contains(index) ? events[index].text : nil
    }
    task = compared.task
    event = index + 1
    run = recorded[..<index].count {
      if case .compactionBegin = $0 { true } else { false }
    }
    self.recorded = text(recorded, index)
    self.simulated = text(simulated, index)
    before = recorded[max(0, index - FirstDifference.shown)..<index].map(\.text)

    let (memory, run) = machine.start()
    let recording = run.record(on: Memory(copying: memory))
    let playhead = Playhead(memory: memory, recording: recording)
    step = recording.stepBefore(event: index, of: compared.task)
    playhead.seek(to: step)
    let last = playhead.lastStep
    let rule = last?.rule ?? .none
    self.rule = "\(rule)"
    kernelSymbol = rule.meaning.kernelSymbol
    pfn = last?.facts.pfn ?? last?.facts.zone.map { memory.zones[$0].start } ?? 0
    let here = memory.zones[min(max(0, memory[.zone]), memory.zones.count - 1)]
    zone = here.name.description
    func number(_ name: String, _ register: Register, isPfn: Bool = false) -> Number {
      Number(name: name, value: memory[register], isPfn: isPfn)
    }
    numbers = [
      number("migrate_pfn", .control(.migratePfn, of: memory.run), isPfn: true),
      number("free_pfn", .control(.freePfn, of: memory.run), isPfn: true),
      number("last_migrated_pfn", .control(.lastMigratedPfn, of: memory.run), isPfn: true),
      number("cached_migrate_pfn[0]", .zone(here.index, .cachedMigrateAsync), isPfn: true),
      number("cached_migrate_pfn[1]", .zone(here.index, .cachedMigrateSync), isPfn: true),
      number("cached_free_pfn", .zone(here.index, .cachedFree), isPfn: true),
      number("nr_migratepages", .control(.nrMigratepages, of: memory.run)),
      number("nr_freepages", .control(.nrFreepages, of: memory.run)),
      number("fast_search_fail", .control(.fastSearchFail, of: memory.run)),
      number("nr_free_pages", .zone(here.index, .freePages)),
      number("pcp count", memory.pagesetRegister(zone: here.index, cpu: run.cpu, .count)),
      number("pcp high", memory.pagesetRegister(zone: here.index, cpu: run.cpu, .high)),
    ]
  }
}

extension TraceEvent {
  /// Name and fields as tracefs prints them.
  var text: String {
    var output = TextOutput()
    write(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

extension Recording {
  /// The steps made when a task's event, counted from 0, was traced; all of them if there is none such.
  fileprivate func stepBefore(event: Int, of task: TracedTask) -> Int {
    var left = event
    var before = 0
    for chunk in chunks {
      for (step, line) in chunk.traces where TracedTask(line.task) == task {
        if left == 0 { return before + step }
        left -= 1
      }
      before += chunk.steps
    }
    return before
  }
}
