import KernelInterface
import Words

extension CaptureWarning {
  /// The file, and what a reader should know of it.
  public func text(_ words: Catalogue) -> String {
    words("capture.warning", ["file": .text(file), "what": .text(matter.text(words))])
  }
}

extension CaptureWarning.Matter {
  fileprivate func text(_ words: Catalogue) -> String {
    func text(_ key: String, _ values: [String: Value] = [:]) -> String { words("capture.\(key)", values) }
    return switch self {
    case .uncheckedArchitecture(let name): text("unchecked-architecture", ["name": .text(name)])
    case .unknownLines(let names): text("unknown-lines", ["names": .text(names.joined(separator: ", "))])
    case .lostEvents(let count): text("lost-events", ["count": .number(count)])
    case .overran(let count): text("overran", ["count": .number(count)])
    case .cutShort(let events, let all):
      text("cut-short", ["events": .number(events), "all": .number(all)])
    case .missing(let part): text("missing.\(part.rawValue)")
    case .takenInMotion(let orders, let sets):
      text("taken-in-motion", ["orders": .number(orders), "sets": .number(sets)])
    case .notRecorded(let failure): text("not-recorded", ["failure": .text("\(failure)")])
    case .notSetBack(let failure): text("not-set-back", ["failure": .text("\(failure)")])
    }
  }
}

extension Inference {
  /// What is not recorded, and what is taken for it.
  public func text(_ words: Catalogue) -> String {
    switch self {
    case .pagesInTransit(let count): words("capture.inferred.in-transit", ["count": .number(count)])
    case .freeLists: words("capture.inferred.free-lists")
    case .pageblocks: words("capture.inferred.pageblocks")
    case .pinned: words("capture.inferred.pinned")
    }
  }
}

extension SumRange {
  /// Between which numbers the sum came out.
  public func text(_ words: Catalogue) -> String {
    words("capture.range", ["sum": .text(name), "least": .number(least), "most": .number(most)])
  }
}
