import Words

/// What stands in the panel of a running machine, for a width: a row for each order, the largest on top, and a column
/// for each zone; where these find no room a row for each zone; else a line for each. Each zone is named with its
/// node where there are several.
struct MachineTable {
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
    let pages = lines(
      words("machine.pages", ["size": .bytes(blocks.pageSize), "order": .number(blocks.order)]))
    let notes = pages + (blocks.isPlaced ? [] : lines(words("machine.unplaced")))
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

  private static func name(_ zone: MachineBlocks.Zone, _ blocks: MachineBlocks, _ words: Catalogue) -> String
  {
    blocks.hasNodes ? node(zone, words) + " " + zone.name : zone.name
  }

  private static func node(_ zone: MachineBlocks.Zone, _ words: Catalogue) -> String {
    words("machine.node", ["node": .number(zone.node)])
  }

  private static func index(_ zone: MachineBlocks.Zone, _ words: Catalogue) -> String {
    zone.index.map { words.numerals.decimal(Double($0) / 1000, digits: 2) } ?? ""
  }

  private static func byOrder(_ blocks: MachineBlocks, _ words: Catalogue) -> [Row] {
    let nodes = Row(title: "", cells: [""] + blocks.zones.map { node($0, words) }, isNote: true)
    var rows =
      (blocks.hasNodes ? [nodes] : []) + [
        Row(title: "", cells: [""] + blocks.zones.map(\.name), isNote: true)
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
        title: words("machine.index"), cells: [""] + blocks.zones.map { index($0, words) }, isNote: true))
    return rows
  }

  /// Headings of two lines leave room for the names of nodes.
  private static func byZone(_ blocks: MachineBlocks, _ words: Catalogue) -> [Row] {
    let order = words("machine.order", ["order": .number(blocks.order)])
    let free = blocks.zones.reduce(0) { $0 + $1.freePages }
    return [
      Row(
        title: blocks.hasNodes ? words("machine.node-and") : "",
        cells: ["", words("machine.largest"), words("machine.index")], isNote: true),
      Row(
        title: words("machine.zone"), cells: [words("machine.free"), words("machine.block"), order],
        isNote: true),
    ]
      + blocks.zones.map { zone in
        Row(
          title: blocks.hasNodes ? words.numerals.number(zone.node) + " " + zone.name : zone.name,
          cells: [
            words.numerals.bytes(zone.freePages * blocks.pageSize),
            zone.largest.map { words.numerals.bytes(blocks.pageSize << $0) } ?? words("machine.none"),
            index(zone, words),
          ])
      } + [
        Row(
          title: words("machine.all"), cells: [words.numerals.bytes(free * blocks.pageSize), "", ""],
          isNote: true)
      ]
  }
}
