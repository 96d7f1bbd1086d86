/// Something to read or to choose from that covers the window; what was there before comes back with Esc.
public enum Sheets {
  public enum Subject: CaseIterable, Sendable {
    /// All keys, as a list from which anything can be done.
    case keys
    /// What the simulation leaves out or simplifies.
    case leavesOut
    /// How things are shown: theme, text, motion, panels, letters.
    case view
  }

  /// The sheet that is shown.
  public struct State: Equatable, Sendable {
    public var subject: Subject
    /// The chosen entry, from 0.
    public var selection = 0

    public init(_ subject: Subject) { self.subject = subject }
  }

  public enum Action: Equatable, Sendable {
    case toggled(Subject)
    case moved(by: Int)
    /// An entry of the sheet, the chosen one if none is named.
    case took(Int?)
    /// The chosen entry's value before.
    case tookBack
  }
}

extension Sheets.State {
  var place: KeyContext {
    switch subject {
    case .keys: .keys
    case .leavesOut: .leavesOut
    case .view: .view
    }
  }
}
