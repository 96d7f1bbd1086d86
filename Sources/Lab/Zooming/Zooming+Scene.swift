import Simulation
import Stage

extension Zooming.State {
  /// What of the map is seen; nil for all of it.
  /// - Parameter followed: what is to be seen where nobody has gone elsewhere.
  func zoom(following followed: Zoom.Place) -> Zoom? {
    level > 0 ? Zoom(level: level, center: center ?? followed, spot: held?.point) : nil
  }
}
