import Simulation

extension PageGeometry {
  /// How many columns, how large cells and how many rows fill the room there is.
  struct Fit {
    let columns: Int
    let rows: Int
    let stretches: [Stretch]
    let shares: Shares
    /// Em size of letters where cells are as small as can be.
    private(set) var em: Float
    private(set) var cellPitch: Float
    private(set) var rowPitch: Float
    private(set) var visibleRows: Int

    /// Cells may be so often as high as wide, and rows as far apart.
    static let tallest: Float = 1.3
    private static let furthest: Float = 2.6
    /// Rows that are seen before letters give way: a batch with its lane.
    private static let leastRows = 5
    /// One column must give cells so often as large as two to be chosen.
    private static let singleIsBetter: Float = 1.25

    /// Height of the lowest row, which keeps a moat around a letter.
    /// - Parameter cap: height of a capital letter.
    static func leastRow(cap: Float, gap: Float, isPresenting: Bool) -> Float {
      (cap * (isPresenting ? 1.35 : 1.5)).rounded(.up) + 2 * gap
    }

    /// - Parameter capShare: height of a capital letter in em.
    init(
      _ map: PageMap, width: Float, height: Float, segment: Int, gap: Float,
      em: (base: Float, scaled: Float), capShare: Float, shares: Shares, isPresenting: Bool
    ) {
      func fit(_ columns: Int) -> Fit {
        Fit(
          map, columns, width: width, height: height, segment: segment, gap: gap, em: em,
          capShare: capShare, shares: shares, isPresenting: isPresenting)
      }
      let two = fit(2)
      let isPossible =
        two.cellPitch >= Self.least(em.base) + gap && map.stretches.contains { $0.count > segment }
      let one = fit(1)
      self = isPossible && one.largeness <= two.largeness * Self.singleIsBetter ? two : one
      cellPitch = max(cellPitch, Self.least(em.base) + gap)
    }

    private init(
      _ map: PageMap, _ columns: Int, width: Float, height: Float, segment: Int, gap: Float,
      em: (base: Float, scaled: Float), capShare: Float, shares: Shares, isPresenting: Bool
    ) {
      self.columns = columns
      self.shares = shares
      var rows = 0
      stretches = map.stretches.map { pages in
        defer { rows += (pages.count + columns * segment - 1) / (columns * segment) }
        return Stretch(pages: pages, firstRow: rows)
      }
      self.rows = rows
      /// Cell pitch that fills the width at an em size.
      func pitch(_ em: Float) -> Float {
        let fixed = (shares.tab(em) + shares.tail(em)) * Float(columns) + shares.lane(em)
        return ((width - fixed) / Float(columns * segment)).rounded(.down)
      }
      func lowest(_ em: Float) -> Float {
        Self.leastRow(cap: em * capShare, gap: gap, isPresenting: isPresenting)
      }
      // Letters as large as the text is wanted, as long as they find room.
      var size = em.scaled
      while size > em.base, pitch(size) < Self.least(size) + gap { size -= 1 }
      while size > em.base, Float(min(rows, Self.leastRows)) * lowest(size) > height { size -= 1 }
      self.em = size
      let most = max(min(rows, Int(height / lowest(size))), 1)
      let pages = (rows + most - 1) / most
      visibleRows = (rows + pages - 1) / pages
      let fitting = max((height / Float(visibleRows)).rounded(.down), lowest(size))
      let widest = (max(fitting - 3 * gap, size) * 2.4).rounded()
      cellPitch = min(pitch(size), widest)
      rowPitch = min(fitting, max((size * 1.9).rounded(), (cellPitch * Self.furthest).rounded()))
    }

    /// How large cells look: the smaller of both sides, as long as they are not far apart. All of them at once
    /// are worth more than a part.
    private var largeness: Float {
      min(cellPitch * Self.tallest, rowPitch) * Float(visibleRows) / Float(rows)
    }

    static func least(_ em: Float) -> Float { (em * 0.8).rounded(.up) }
  }
}
