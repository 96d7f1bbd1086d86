import Simulation

/// What is to be seen of a page, or of the pages of one block.
public enum PageLook: Equatable, Hashable, Sendable {
  case free(Order)
  case anonymous
  case file
  /// A page of a file that has been written to.
  case dirty
  /// A page of a file that is being written out.
  case writeback
  /// Kept from reclaim (mlock and the like).
  case unevictable
  /// Part of a folio of several pages.
  case largeFolio
  /// A driver's page that the driver knows how to move.
  case movableOps
  /// A process's page that somebody holds on to.
  case pinned
  /// A file's page that somebody holds on to.
  case pinnedFile
  case kernel
  case slab
  case pageTable
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

  /// What decides its hue.
  enum Mobility { case canMove, cannotMove, other }

  var mobility: Mobility {
    switch self {
    case .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps: .canMove
    case .pinned, .pinnedFile, .kernel, .slab, .pageTable, .hugetlb: .cannotMove
    case .free, .reserved, .source, .target, .held, .captured, .onPerCPUList: .other
    }
  }

  /// Whether its upper right corner is folded, as that of a file's pages.
  var isFolded: Bool {
    switch self {
    case .file, .dirty, .writeback, .pinnedFile: true
    default: false
    }
  }

  /// Whether it has a second outline inside.
  var isPinned: Bool { self == .pinned || self == .pinnedFile }

  /// The letter that the page carries, if it carries one.
  var glyph: String? {
    switch self {
    case .anonymous: "a"
    case .file: "f"
    case .dirty: "d"
    case .writeback: "w"
    case .unevictable: "u"
    case .largeFolio: "L"
    case .movableOps: "m"
    case .pinned, .pinnedFile: "P"
    case .kernel: "K"
    case .slab: "S"
    case .pageTable: "T"
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
    case .dirty: "page.dirty"
    case .writeback: "page.writeback"
    case .unevictable: "page.unevictable"
    case .largeFolio: "page.large-folio"
    case .movableOps: "page.movable-ops"
    case .pinned: "page.pinned"
    case .pinnedFile: "page.pinned-file"
    case .kernel: "page.kernel"
    case .slab: "page.slab"
    case .pageTable: "page.page-table"
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
