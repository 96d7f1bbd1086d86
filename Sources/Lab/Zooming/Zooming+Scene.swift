import Simulation
import Stage

extension Zooming.State {
  /// What of the map is seen; nil for all of it.
  /// - Parameter followed: the box to be seen where nobody has gone elsewhere.
  func zoom(following followed: Pfn) -> Zoom? {
    level > 0 ? Zoom(level: level, center: center ?? Zoom.Place(followed)) : nil
  }
}
