/// The kernel's names for masks, as traces and scenarios write them.
extension GFPMask {
  /// Named sets first, the largest one first, then single flags: in the order in which a mask is taken apart.
  static let names: KeyValuePairs<String, GFPMask> = [
    "GFP_TRANSHUGE": .transparentHuge, "GFP_TRANSHUGE_LIGHT": .transparentHugeLight,
    "GFP_HIGHUSER_MOVABLE": .highUserMovable, "GFP_HIGHUSER": [.kernel, .hardwall, .highMem],
    "GFP_USER": [.kernel, .hardwall], "GFP_KERNEL": .kernel,
    "GFP_NOFS": [.directReclaim, .kswapdReclaim, .io], "GFP_ATOMIC": .atomic,
    "GFP_NOIO": [.directReclaim, .kswapdReclaim], "GFP_NOWAIT": .kswapdReclaim,
    "GFP_DMA": .dma, "GFP_DMA32": .dma32,
    "__GFP_MOVABLE": .movable, "__GFP_RECLAIMABLE": .reclaimable,
    "__GFP_IO": .io, "__GFP_FS": .fs, "__GFP_ZERO": .zero, "__GFP_NOWARN": .noWarn,
    "__GFP_RETRY_MAYFAIL": .retryMayFail, "__GFP_NORETRY": .noRetry, "__GFP_COMP": .comp,
    "__GFP_NOMEMALLOC": .noMemAlloc, "__GFP_HARDWALL": .hardwall, "__GFP_THISNODE": .thisNode,
    "__GFP_HIGH": .high, "__GFP_HIGHMEM": .highMem, "__GFP_DIRECT_RECLAIM": .directReclaim,
    "__GFP_RECLAIM": [.directReclaim, .kswapdReclaim],
    "__GFP_KSWAPD_RECLAIM": .kswapdReclaim, "__GFP_SKIP_KASAN": .skipKasan,
    "__GFP_DMA": .dma, "__GFP_DMA32": .dma32,
  ]

  /// What has this name in the kernel.
  public init?(kernelName name: some StringProtocol) {
    guard let mask = GFPMask.names.first(where: { $0.key == name })?.value else { return nil }
    self = mask
  }

  /// The names that its parts have, the largest named set first.
  public var kernelNames: [String] {
    var left = self
    var words: [String] = []
    for (name, mask) in GFPMask.names where left.isSuperset(of: mask) {
      words.append(name)
      left.subtract(mask)
    }
    return words
  }

  /// The mask as the kernel prints it.
  public var traceText: String { isEmpty ? "none" : kernelNames.joined(separator: "|") }
}
