import Canvas
import Simulation

/// How close a map is looked at, and where.
public struct Zoom: Equatable, Sendable {
  /// A place on a map: somewhere in the box of a pageblock, or of a page where pages are drawn one by one.
  public struct Place: Equatable, Sendable {
    /// The page, or the pageblock's first one.
    public var pfn: Pfn
    /// From the left edge of its box, 0, to the right one, 1.
    public var x: Float
    /// From the upper edge of its box, 0, to the lower one, 1.
    public var y: Float
    /// It is this page of a board, not all of its pageblock, where pages are told apart.
    public var isPage: Bool
    public init(_ pfn: Pfn, x: Float = 0.5, y: Float = 0.5, isPage: Bool = false) {
      self.pfn = pfn
      self.x = x
      self.y = y
      self.isPage = isPage
    }
  }

  /// 0 shows all of the map. On a board, 1 shows pageblocks with their pages, 2 the pages with their
  /// letters; of a small memory, whose pages are seen anyway, 1 and 2 show fewer of them, larger.
  public var level: Float
  /// What stands in the middle, as far as the map's edges let it.
  public var center: Place
  /// Where in the picture it stands instead, because it stood there when the map got another size.
  public var spot: Point?

  public init(level: Float, center: Place, spot: Point? = nil) {
    self.level = level
    self.center = center
    self.spot = spot
  }

  /// The same for a map that stands so many pixels further right.
  func moved(by x: Float) -> Zoom {
    var zoom = self
    zoom.spot?.x += x
    return zoom
  }

  /// The closest.
  public static let closest: Float = 2
}
