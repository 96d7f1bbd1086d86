import Simulation

/// Something to read or to choose from that covers the window; what was there before comes back with Esc.
public struct Sheet: Equatable, Sendable {
  public enum Subject: CaseIterable, Sendable {
    /// All keys, as a list from which anything can be done.
    case keys
    /// What the simulation leaves out or simplifies.
    case leavesOut
    /// How things are shown: theme, text, motion, panels, letters.
    case view
  }

  public var subject: Subject
  /// The chosen entry, from 0.
  public var selection = 0

  public init(_ subject: Subject) { self.subject = subject }

  var place: KeyContext {
    switch subject {
    case .keys: .keys
    case .leavesOut: .leavesOut
    case .view: .view
    }
  }
}

extension LabState {
  /// Entries of the sheet that is shown.
  private var sheetEntries: Int {
    switch sheet?.subject {
    case .keys: keyRows.count
    case .leavesOut: Simplification.all.count
    case .view: ViewChoice.all(self).count
    case nil: 0
    }
  }

  mutating func toggle(_ subject: Sheet.Subject) {
    sheet = sheet?.subject == subject ? nil : Sheet(subject)
  }

  mutating func moveInSheet(by distance: Int) {
    guard let selection = sheet?.selection else { return }
    let last = max(sheetEntries - 1, 0)
    sheet?.selection = min(max(selection + distance, 0), last)
  }

  /// Does what an entry of the sheet stands for.
  mutating func takeFromSheet(_ entry: Int, forward: Bool = true) -> [Effect] {
    guard let subject = sheet?.subject, (0..<sheetEntries).contains(entry) else { return [] }
    sheet?.selection = entry
    switch subject {
    case .keys:
      let action = keyRows[entry].action
      sheet = nil
      return reduce(action)
    case .view: return reduce(ViewChoice.all(self)[entry].action(self, forward: forward))
    case .leavesOut: return []
    }
  }
}
