import Simulation

extension LabState {
  /// The part of the reducer that is about what covers the window.
  mutating func reduce(_ action: Sheets.Action) -> [Effect] {
    switch action {
    case .toggled(let subject): toggle(subject)
    case .moved(let distance): moveInSheet(by: distance)
    case .took(let entry): return takeFromSheet(entry ?? sheet?.selection ?? 0)
    case .tookBack: return takeFromSheet(sheet?.selection ?? 0, forward: false)
    }
    return []
  }

  mutating func toggle(_ subject: Sheets.Subject) {
    sheet = sheet?.subject == subject ? nil : Sheets.State(subject)
  }

  /// Entries of the sheet that is shown.
  private var sheetEntries: Int {
    switch sheet?.subject {
    case .keys: keyRows.count
    case .leavesOut: Simplification.all.count
    case .view: ViewChoice.all(self).count
    case nil: 0
    }
  }

  private mutating func moveInSheet(by distance: Int) {
    guard let selection = sheet?.selection else { return }
    let last = max(sheetEntries - 1, 0)
    sheet?.selection = min(max(selection + distance, 0), last)
  }

  /// Does what an entry of the sheet stands for.
  private mutating func takeFromSheet(_ entry: Int, forward: Bool = true) -> [Effect] {
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
