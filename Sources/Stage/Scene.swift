import Simulation

/// Everything that is on screen, in terms of the field: no pixels, no colours. Texts that come from
/// outside (a lesson, a message) are in it as they are; everything else is said in numbers and kinds.
public struct Scene: Equatable, Sendable {
  /// What the largest part of the window shows.
  public enum Map: Equatable, Sendable {
    case pages(PageMap)
    case board(BoardMap)
    case menu(Menu)
    case home(Home)
    case events(EventTable)
    case keys(KeyTable)
    case article(Article)

    /// Whether nothing stands beside it.
    var fillsWindow: Bool {
      switch self {
      case .pages, .board: false
      case .menu, .home, .keys, .article, .events: true
      }
    }
  }

  public var title: Title
  public var map: Map
  public var algorithm: Algorithm?
  public var freeBlocks: FreeBlocks?
  /// Free blocks of a running machine, beside the simulated ones.
  public var machine: MachineBlocks?
  public var verdict: Verdict?
  public var counters: [Counter]
  public var perCPU: [PerCPUPages]
  /// The pageblock under the inspector.
  public var lens: Lens?
  public var explanation: Explanation?
  public var timeline: Timeline?
  public var keys: [KeyHint]
  public var live: LiveStatus?
  /// One line that must be read: an error, or what was just done.
  public var message: String?
  /// What is known of the thing under the inspector; nil where nothing is inspected.
  public var inspector: Inspector?
  public var control: [ControlFact] = []
  /// Another branch of the run; nil while one stands alone.
  public var beside: Beside?
  /// What can be changed by hand; nil while nothing is being edited.
  public var edit: EditForm?
  public var prompt: Prompt?
  /// The part of the window that keys go to, ringed; nil while they go to the run.
  public var ring: Panel?
  /// The part of the window that a lesson draws attention to.
  public var pointedAt: Panel?
  /// What on the map it draws attention to.
  public var spokenOf: SpokenOf?
  /// Panels that are folded away.
  public var folded: Set<Panel> = []
  /// For the back of a room: the map with its legend, what is said, the scanners, and nothing else.
  public var isPresenting: Bool { speech != nil }
  /// What is said to the room; nil where nobody presents.
  public var speech: Speech?
  /// How close the map is looked at; nil shows all of it.
  public var zoom: Zoom?
  /// What on the map is looked at: what is inspected, else where the migrate scanner is.
  public var focus: Zoom.Place?
  /// Nothing is to be seen.
  public var blank: Blank?
  /// What the thing under the pointer is.
  public var tip: Tip?

  public init(
    title: Title, map: Map, algorithm: Algorithm? = nil,
    freeBlocks: FreeBlocks? = nil, machine: MachineBlocks? = nil, verdict: Verdict? = nil,
    counters: [Counter] = [],
    perCPU: [PerCPUPages] = [], lens: Lens? = nil, explanation: Explanation? = nil, timeline: Timeline? = nil,
    keys: [KeyHint] = [], live: LiveStatus? = nil, message: String? = nil
  ) {
    self.title = title
    self.map = map
    self.algorithm = algorithm
    self.freeBlocks = freeBlocks
    self.machine = machine
    self.verdict = verdict
    self.counters = counters
    self.perCPU = perCPU
    self.lens = lens
    self.explanation = explanation
    self.timeline = timeline
    self.keys = keys
    self.live = live
    self.message = message
  }
}

extension Scene {
  /// A panel of the right column; nil for a scene that has nothing for it to show.
  typealias PanelOf = @Sendable (Scene) -> (any ColumnPanel)?

  /// The right column, from its top.
  static let column: [(panel: Panel, of: PanelOf)] = [
    (.edit, { $0.edit.map { EditPanel(form: $0) } }),
    (.inspector, { $0.inspector.map { InspectorPanel(inspector: $0) } }),
    (.algorithm, { $0.algorithm.map { AlgorithmPanel(algorithm: $0) } }),
    (.lens, { $0.lens.map { LensPanel(lens: $0) } }),
    (.freeBlocks, { scene in scene.freeBlocks.map { FreeBlocksPanel(blocks: $0, perCPU: scene.perCPU) } }),
    (.machine, { $0.machine.map { MachinePanel(blocks: $0) } }),
    (.verdict, { $0.verdict.map { VerdictPanel(verdict: $0) } }),
    (.counters, { $0.counters.isEmpty ? nil : CountersPanel(counters: $0.counters) }),
    (.control, { $0.control.isEmpty ? nil : ControlPanel(facts: $0.control) }),
  ]
}

extension Scene {
  /// Panels that stand in the column only while somebody wants them.
  static let opened: Set<Panel> = [.edit, .inspector, .machine]
}

extension Panel {
  /// Those of the right column, from its top.
  public static var column: [Panel] { Scene.column.map(\.panel) }
}
