import Canvas

/// How much room a panel of the right column wants.
struct PanelNeed {
  /// Pixels it looks best at, and those it can't do without.
  var width: Float
  var least: Float
  /// Pixels it makes do with where nothing beside it wants more.
  var modest: Float = 0
  /// Pixels of height besides the rows.
  var fixed: Float
  var rows: Int
  /// Smallest distance of rows.
  var pitch: Float
  /// Height for each pixel of width, for what is drawn square.
  var aspect: Float = 0
  /// Padding that does not count as width for `aspect`.
  var padding: Float = 0

  /// Distance of the inspector's lines in em.
  static let inspectorPitch: Float = 1.4

  func height(width: Float) -> Float {
    (fixed + Float(rows) * pitch + aspect * (width - 2 * padding)).rounded(.up)
  }

  /// The need of a panel with the scene's contents; nil when it has nothing to show.
  init?(_ panel: Layout.Panel, scene: Scene, setter: Typesetter, unit: Float) {
    let em = setter.type.size(.label, .sans)
    let frame = PanelFrame.height(setter: setter, unit: unit)
    let isBoard = if case .board = scene.map { true } else { false }
    let full = max(em * (isBoard ? 22.6 : 25.6), (isBoard ? 452 : 513) * unit * setter.type.textScale)
    switch panel {
    case .edit:
      guard let form = scene.edit else { return nil }
      let pitch = (em * EditPanel.pitch).rounded()
      // No more than a part of the window: the rest is scrolled to.
      let most = max(Int(unit * 1080 * 0.62 / pitch), 4)
      self.init(width: full, least: em * 15, fixed: frame, rows: min(form.rows, most), pitch: pitch)
    case .algorithm:
      guard let algorithm = scene.algorithm else { return nil }
      let least = AlgorithmPanel.width(of: algorithm, setter: setter, unit: unit)
      self.init(
        width: max(full, least), least: least, fixed: frame, rows: AlgorithmPanel.lines,
        pitch: (em * 1.36).rounded())
    case .lens:
      guard scene.lens != nil else { return nil }
      self.init(
        width: full, least: em * 15, fixed: frame + em * 1.7, rows: 0, pitch: 0, aspect: 0.5,
        padding: PanelFrame.padding(unit))
    case .freeBlocks:
      guard let blocks = scene.freeBlocks else { return nil }
      let rows = blocks.counts.count + (scene.perCPU.isEmpty ? 0 : 1)
      self.init(
        width: full, least: em * 15, fixed: frame, rows: rows,
        pitch: (em * (blocks.counts.count > 8 ? 1.22 : 1.5)).rounded())
    case .machine:
      guard let machine = scene.machine else { return nil }
      self.init(
        width: full, least: em * 15, fixed: frame, rows: machine.orders + 1, pitch: (em * 1.22).rounded())
    case .verdict:
      guard let verdict = scene.verdict else { return nil }
      let lines = VerdictPanel.lines(of: verdict, words: setter.words).count
      let answer = VerdictPanel.width(of: verdict, setter: setter, unit: unit)
      self.init(
        width: max(full, answer), least: max(em * 15, answer), fixed: (em * 1.1).rounded(), rows: 1 + lines,
        pitch: (em * 1.45).rounded())
      modest = max(modest, answer)
    case .inspector:
      guard let inspector = scene.inspector else { return nil }
      let pitch = (em * Self.inspectorPitch).rounded()
      // No more than a part of the window, and room for the lens beside a board: the rest is scrolled to.
      let share = (isBoard ? 0.3 : 0.62) / max(setter.type.textScale * 0.75, 1)
      let most = max(Int(unit * 1080 * share / pitch), 4)
      self.init(
        width: full, least: em * 15, fixed: frame, rows: min(inspector.lines.count, most), pitch: pitch)
      let lines = InspectorRow.width(of: inspector, setter: setter, gap: (14 * unit).rounded())
      modest = min(lines.rounded(.up) + 2 * PanelFrame.padding(unit), full)
    case .control:
      guard !scene.control.isEmpty else { return nil }
      let least = ControlPanel.width(of: scene.control, setter: setter, unit: unit)
      self.init(
        width: max(full, least), least: least, fixed: frame, rows: scene.control.count,
        pitch: (em * 1.32).rounded())
    case .counters:
      guard !scene.counters.isEmpty else { return nil }
      self.init(
        width: full, least: em * 20, fixed: frame, rows: scene.counters.count, pitch: (em * 1.32).rounded())
    default: return nil
    }
  }

  private init(
    width: Float, least: Float, fixed: Float, rows: Int, pitch: Float, aspect: Float = 0, padding: Float = 0
  ) {
    self.width = width
    self.least = least
    modest = (least * 1.2).rounded()
    self.fixed = fixed
    self.rows = rows
    self.pitch = pitch
    self.aspect = aspect
    self.padding = padding
  }
}
