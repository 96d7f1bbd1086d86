import Simulation

extension Edit {
  /// The page that it is about, if it is about one.
  var page: Pfn? {
    switch self {
    case .occupy(let pfn, _, _), .release(let pfn): pfn
    case .setMigratetype, .setSkipHint, .setTunables, .setWatermarks, .restart: nil
    }
  }
}
