import Simulation
import Words

extension Catalogue {
  /// A moment to run until, in words.
  func text(_ condition: SearchCondition) -> (name: String, detail: String) {
    switch condition {
    case .rule(let rule): (self("history.\(rule)"), "")
    case .freeBlock(let order, _):
      (
        self("search.free-block", ["order": .number(order)]),
        self("search.free-block-detail", ["size": .bytes(4096 << order)])
      )
    case .pageMoves(let pfn):
      (self("search.page-moves", ["pfn": .pfn(pfn)]), self("search.page-moves-detail"))
    case .migrationFails: (self("search.migration-fails"), self("search.migration-fails-detail"))
    case .scannersMeet: (self("search.scanners-meet"), self("search.scanners-meet-detail"))
    case .landmark: (self("search.landmark"), self("search.landmark-detail"))
    }
  }
}
