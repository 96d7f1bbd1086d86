import Canvas
import Words

extension Panel {
  public static let machine = Panel("machine")
}

/// Free blocks of a running machine, titled with its name: a row for each order, the largest on top, and a column
/// for each zone; where these find no room a row for each zone. Numbers are never cut.
struct MachinePanel: ColumnPanel {
  static let panel = Panel.machine
  static let worth = 50
  static let stay = PanelStay.whileOpen

  let blocks: MachineBlocks

  func need(_ sizes: PanelSizes) -> PanelNeed {
    let table = Table(blocks, width: sizes.width - 2 * sizes.padding, sizes.setter, gap: 12 * sizes.unit)
    return PanelNeed(
      width: sizes.full, least: sizes.em * 15, fixed: sizes.frame, rows: table.rows.count,
      pitch: (sizes.em * 1.22).rounded())
  }

  func draw(in rect: Rect, with pen: inout Pen) {
    let heading = pen.words("machine.heading", ["host": .text(blocks.host)])
    let (rest, body) = PanelFrame.draw(heading, in: rect, with: &pen)
    let source = pen.words("machine.source")
    if pen.setter.width(source, .label, .mono) <= rest.width {
      pen.text(source, in: rest, pen.style(pen.theme.secondaryText, .label, .mono), .right)
    }
    let table = Table(blocks, width: body.width, pen.setter, gap: pen.px(12))
    // All rows of a taller panel stand at its top.
    let pitch = min(
      body.height / Float(max(table.rows.count, 1)), (pen.type.size(.label, .sans) * 1.5).rounded())
    for (index, row) in table.rows.enumerated() {
      let place = Rect(x: body.x, y: body.y + Float(index) * pitch, width: body.width, height: pitch)
      draw(row, table, in: place, with: &pen)
    }
  }

  private func draw(_ row: Table.Row, _ table: Table, in place: Rect, with pen: inout Pen) {
    let color = row.isNote ? pen.theme.secondaryText : pen.theme.text
    guard !row.cells.isEmpty else {
      pen.text(row.title, in: place, pen.style(color))
      return
    }
    pen.text(
      row.title, in: place,
      pen.style(color, .label, row.isNote ? .sans : .sansSemiBold))
    var right = place.maxX
    for (text, width) in zip(row.cells, table.widths).reversed() {
      pen.text(
        text, in: Rect(minX: right - width, minY: place.y, maxX: right, maxY: place.maxY), pen.style(color),
        .right)
      right -= width + table.gap
    }
  }

  /// What stands in the panel, for a width.
  private struct Table {
    struct Row {
      var title: String
      var cells: [String] = []
      var isNote = false
    }

    let rows: [Row]
    /// Of the columns behind the title.
    let widths: [Float]
    let gap: Float

    init(_ blocks: MachineBlocks, width: Float, _ setter: Typesetter, gap: Float) {
      self.gap = gap.rounded()
      let words = setter.words
      func lines(_ text: String) -> [Row] {
        setter.wrapped(text, to: width, .label, .sans).map { Row(title: $0, isNote: true) }
      }
      if let reason = blocks.reason {
        (rows, widths) = (lines(reason), [])
        return
      }
      let notes = blocks.isPlaced ? [] : lines(words("machine.unplaced"))
      for candidate in [Self.byOrder(blocks, words), Self.byZone(blocks, words)] {
        let count = candidate.map(\.cells.count).max() ?? 0
        let widths = (0..<count).map { column in
          candidate.reduce(Float(0)) {
            max($0, $1.cells.indices.contains(column) ? setter.width($1.cells[column]) + 1 : 0)
          }
        }
        let title = candidate.reduce(Float(0)) { max($0, setter.width($1.title, .label, .sansSemiBold)) }
        let all = widths.reduce(title) { $0 + $1 + gap.rounded() }
        if all <= width {
          (rows, self.widths) = (candidate + notes, widths)
          return
        }
      }
      // Not even a row for each zone: its name and what is free.
      rows =
        blocks.zones.flatMap { zone in
          lines(
            Self.name(zone, blocks, words) + ": " + words.numerals.bytes(zone.freePages * blocks.pageSize))
        } + notes
      widths = []
    }

    private static func name(_ zone: MachineBlocks.Zone, _ blocks: MachineBlocks, _ words: Catalogue)
      -> String
    {
      blocks.hasNodes
        ? words("machine.zone", ["node": .number(zone.node), "zone": .text(zone.name)]) : zone.name
    }

    private static func index(_ zone: MachineBlocks.Zone, _ words: Catalogue) -> String {
      zone.index.map { words.numerals.decimal(Double($0) / 1000, digits: 2) } ?? ""
    }

    private static func byOrder(_ blocks: MachineBlocks, _ words: Catalogue) -> [Row] {
      var rows = [
        Row(title: "", cells: [""] + blocks.zones.map { name($0, blocks, words) }, isNote: true)
      ]
      for order in (0..<blocks.orders).reversed() {
        let size = words.numerals.bytes(blocks.pageSize << order)
        rows.append(
          Row(
            title: words.numerals.number(order),
            cells: [size]
              + blocks.zones.map { zone in
                zone.counts.indices.contains(order) ? words.numerals.number(zone.counts[order]) : ""
              }))
      }
      rows.append(
        Row(
          title: words("machine.free"),
          cells: [""] + blocks.zones.map { words.numerals.bytes($0.freePages * blocks.pageSize) },
          isNote: true))
      rows.append(
        Row(
          title: words("machine.index", ["order": .number(blocks.order)]),
          cells: [""] + blocks.zones.map { index($0, words) }, isNote: true))
      return rows
    }

    private static func byZone(_ blocks: MachineBlocks, _ words: Catalogue) -> [Row] {
      [
        Row(
          title: "",
          cells: [
            words("machine.free"), words("machine.largest"),
            words("machine.index", ["order": .number(blocks.order)]),
          ], isNote: true)
      ]
        + blocks.zones.map { zone in
          Row(
            title: name(zone, blocks, words),
            cells: [
              words.numerals.bytes(zone.freePages * blocks.pageSize),
              zone.largest.map { words.numerals.bytes(blocks.pageSize << $0) } ?? words("machine.none"),
              index(zone, words),
            ])
        }
    }
  }
}
