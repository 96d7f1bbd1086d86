import Simulation

/// What is to be seen of a page, or of the pages of one block.
public enum PageLook: Equatable, Hashable, Sendable {
  case free(Order)
  case anonymous
  case file
  /// Kept from reclaim (mlock and the like).
  case unevictable
  /// Part of a folio of several pages.
  case largeFolio
  /// A driver's page that the driver knows how to move.
  case movableOps
  case pinned
  case kernel
  case hugetlb
  case reserved
  /// Taken by the migrate scanner; its number in the batch, from 1.
  case source(Int)
  /// Taken by the free scanner and given to the source of this number.
  case target(Int)
  /// Taken by the free scanner and not used yet.
  case held
  /// Taken for the task that compacts.
  case captured
  case onPerCPUList

  /// The letter that the page carries, if it carries one.
  var glyph: String? {
    switch self {
    case .anonymous: "a"
    case .file: "f"
    case .unevictable: "u"
    case .largeFolio: "L"
    case .movableOps: "d"
    case .pinned: "P"
    case .kernel: "K"
    case .hugetlb: "H"
    case .free, .reserved, .source, .target, .held, .captured, .onPerCPUList: nil
    }
  }

  /// The key of its name in the catalogue.
  var key: String {
    switch self {
    case .free: "page.free"
    case .anonymous: "page.anonymous"
    case .file: "page.file"
    case .unevictable: "page.unevictable"
    case .largeFolio: "page.large-folio"
    case .movableOps: "page.movable-ops"
    case .pinned: "page.pinned"
    case .kernel: "page.kernel"
    case .hugetlb: "page.hugetlb"
    case .reserved: "page.reserved"
    case .source: "page.source"
    case .target: "page.target"
    case .held: "page.held"
    case .captured: "page.captured"
    case .onPerCPUList: "page.per-cpu"
    }
  }
}
