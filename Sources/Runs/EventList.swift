import Captures
import Simulation

/// All events of a run, and those of them that match what has been typed. Texts are made only for the
/// rows that are looked at: a board's run has hundreds of thousands.
public struct EventList {
  public let events: [ListedEvent]
  /// The names that some event has.
  private let names: Set<String>
  /// Indices of the events that match.
  public private(set) var matching: [Int32]

  public init(_ recording: Recording, version: KernelVersion) {
    events = recording.listedEvents(version)
    names = Set(events.lazy.map(\.event.name))
    matching = Array(0..<Int32(events.count))
  }

  public subscript(row: Int) -> ListedEvent { events[Int(matching[row])] }

  /// Keeps the events that every word of `text` is true of: part of the event's name, of the task's, a
  /// pfn in its range as 0x…, or its step.
  public mutating func filter(_ text: String) {
    let words = text.lowercased().split(separator: " ").map { Word($0, names) }
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
    let names: Set<String>
    let tasks: [TracedTask]

    init(_ text: Substring, _ names: Set<String>) {
      pfn = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : nil
      step = Int(text)
      self.names = names.filter { $0.contains(text) }
      tasks = TracedTask.allCases.filter { $0.listedName.contains(text) }
    }

    func matches(_ line: ListedEvent) -> Bool {
      if let pfn { return line.event.pages?.contains(pfn) ?? false }
      if let step { return line.step == step }
      return names.contains(line.event.name) || tasks.contains(line.task)
    }
  }
}
