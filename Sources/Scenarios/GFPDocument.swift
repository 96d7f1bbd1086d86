import Documents
import Simulation

/// What a request allows, as a scenario writes it: a word or the kernel's name of a mask, a list of these, or
/// several joined by `|` as in a trace.
extension GFPMask {
  private static let words: KeyValuePairs<String, GFPMask> = [
    "movable": .highUserMovable, "kernel": .kernel, "reclaimable": [.kernel, .reclaimable], "atomic": .atomic,
    "noretry": .noRetry, "retry-may-fail": .retryMayFail, "thisnode": .thisNode,
  ]
  /// Words that say no more than how hard to try.
  private static let modifiers = ["noretry", "retry-may-fail", "thisnode"]

  init(_ node: DocumentNode) throws(DocumentError) {
    var mask: GFPMask = []
    var saysWho = false
    for value in try node.values() {
      for name in try value.string().split(separator: "|").map({ $0.filter { $0 != " " } }) {
        guard let flags = GFPMask.words.first(where: { $0.key == name })?.value ?? GFPMask(kernelName: name)
        else {
          throw value.error(
            "`\(name)` is no flag of a request",
            "write \(GFPMask.words.map(\.key).joined(separator: ", ")), or the kernel’s GFP_… or __GFP_… name"
          )
        }
        mask.formUnion(flags)
        saysWho = saysWho || !name.hasPrefix("__") && !GFPMask.modifiers.contains(name)
      }
    }
    if !saysWho {
      // Flags alone, as __GFP_NORETRY: added to what is asked if nothing is said.
      mask.formUnion(mask.isDisjoint(with: [.reclaimable, .dma, .dma32]) ? .highUserMovable : .kernel)
    }
    guard !mask.isSuperset(of: [.movable, .reclaimable]) else {
      throw node.error("a page is movable or reclaimable, not both", "remove one of them")
    }
    self = mask
  }

  /// The entry of a request that is not for movable pages; empty for one that is.
  var entry: String {
    self == .highUserMovable ? "" : ", flags: [\(kernelNames.joined(separator: ", "))]"
  }
}
