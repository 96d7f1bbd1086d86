import Simulation

/// All events of a run, and those of them that match what has been typed. Texts are made only for the
/// rows that are looked at: a board's run has hundreds of thousands.
public struct EventList {
  public let events: [RunEvent]
  /// Indices of the events that match.
  public private(set) var matching: [Int32]

  public init(_ recording: Recording) {
    events = recording.events
    matching = Array(0..<Int32(events.count))
  }

  public subscript(row: Int) -> RunEvent { events[Int(matching[row])] }

  /// Keeps the events that every word of `text` is true of: part of the event's name, of the task's, a
  /// pfn in its range as 0x…, or its step.
  public mutating func filter(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(Word.init)
    matching.removeAll(keepingCapacity: true)
    for (index, event) in events.enumerated() where words.allSatisfy({ $0.matches(event) }) {
      matching.append(Int32(index))
    }
  }

  /// The row of the last event up to a step.
  public func row(atStep step: Int) -> Int {
    var low = 0
    var high = matching.count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].step <= step { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// One word of a filter, looked up once for all events.
  private struct Word {
    let pfn: Pfn?
    let step: Int?
    let kinds: [Bool]
    let tasks: [Bool]

    init(_ text: Substring) {
      pfn = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : nil
      step = Int(text)
      kinds = Tracepoint.samples.map { EventColumns($0).name.contains(text) }
      tasks = [CompactionTask.requester, .kcompactd].map { $0.name.contains(text) }
    }

    func matches(_ event: RunEvent) -> Bool {
      if let pfn { return event.tracepoint.pages?.contains(pfn) ?? false }
      if let step { return event.step == step }
      return kinds[event.tracepoint.kind] || tasks[event.task == .requester ? 0 : 1]
    }
  }
}

extension Tracepoint {
  /// One of each kind, in the order of `kind`.
  static let samples: [Tracepoint] = [
    .begin(zoneStart: 0, migratePfn: 0, freePfn: 0, zoneEnd: 0, sync: true),
    .end(zoneStart: 0, migratePfn: 0, freePfn: 0, zoneEnd: 0, sync: true, status: .complete),
    .isolateMigratepages(start: 0, end: 0, scanned: 0, taken: 0),
    .isolateFreepages(start: 0, end: 0, scanned: 0, taken: 0),
    .fastIsolateFreepages(start: 0, end: 0, scanned: 0, taken: 0),
    .migratepages(migrated: 0, failed: 0),
    .tryToCompactPages(order: 0, priority: 0, request: .kernel),
    .finished(zone: .normal, order: 0, result: .complete),
    .suitable(zone: .normal, order: 0, result: .complete),
    .deferred(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .deferCompaction(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .deferReset(zone: .normal, order: 0, orderFailed: 0, considered: 0, limit: 0),
    .kcompactdSleep,
    .wakeupKcompactd(order: 0, highestZone: .normal),
    .kcompactdWake(order: 0, highestZone: .normal),
    .migratePages(succeeded: 0, failed: 0, mode: .sync),
  ]

  fileprivate var kind: Int {
    switch self {
    case .begin: 0
    case .end: 1
    case .isolateMigratepages: 2
    case .isolateFreepages: 3
    case .fastIsolateFreepages: 4
    case .migratepages: 5
    case .tryToCompactPages: 6
    case .finished: 7
    case .suitable: 8
    case .deferred: 9
    case .deferCompaction: 10
    case .deferReset: 11
    case .kcompactdSleep: 12
    case .wakeupKcompactd: 13
    case .kcompactdWake: 14
    case .migratePages: 15
    }
  }

  /// The pages it is about, without making texts.
  fileprivate var pages: Range<Pfn>? {
    switch self {
    case .begin(let start, _, _, let end, _), .end(let start, _, _, let end, _, _): start..<end
    case .isolateMigratepages(let start, let end, _, _), .isolateFreepages(let start, let end, _, _),
      .fastIsolateFreepages(let start, let end, _, _):
      start..<max(end, start)
    default: nil
    }
  }
}
