/// A surface that remembers the list it shows, and paints only what differs from it. The result is the
/// same picture, bit for bit, as painting everything.
public final class RetainedSurface {
  public let surface: Surface
  private let glyphs: any GlyphSource
  private let scratch = Scratch()
  private var shown: BoundedList?

  /// What the surface holds at first does not matter: the first list is painted whole.
  public init(_ surface: Surface, glyphs: any GlyphSource) {
    self.surface = surface
    self.glyphs = glyphs
  }

  /// Makes the surface show `list` on a black ground, and returns the areas that were painted: none
  /// if nothing changed, few otherwise.
  @discardableResult
  public func show(_ list: DrawList) -> [PixelRect] {
    let next = BoundedList(list, on: surface.area)
    let areas = damage(to: next)
    shown = next
    for area in areas { paint(next, in: area) }
    return areas
  }

  private func damage(to next: BoundedList) -> [PixelRect] {
    guard !surface.area.isEmpty else { return [] }
    guard let shown else { return [surface.area] }
    let areas = Damage(from: shown, to: next).areas
    // Where most of the picture changes, one pass over everything is cheapest.
    let painted = areas.reduce(0) { $0 + $1.area }
    return painted * 4 > surface.area.area * 3 ? [surface.area] : areas
  }

  private func paint(_ next: BoundedList, in area: PixelRect) {
    let cover = next.lastCover(of: area)
    if cover == nil {
      let black = Ink(Color(argb: 0xFF00_0000))
      for y in area.minY..<area.maxY { surface.paint(row: y, area.minX..<area.maxX, black, coverage: 255) }
    }
    var painter = Painter(surface: surface, clip: area, glyphs: glyphs, scratch: scratch)
    for index in (cover ?? 0)..<next.bounds.count {
      let clip = next.bounds[index].intersection(area)
      if clip.isEmpty { continue }
      painter.clip = clip
      painter.paint(next.list.items[index])
    }
  }
}

extension Surface {
  /// Paints the whole of `list` on a black ground.
  public func paint(_ list: DrawList, glyphs: any GlyphSource) {
    RetainedSurface(self, glyphs: glyphs).show(list)
  }
}
