/// What a fault may do that finds no huge page (`/sys/kernel/mm/transparent_hugepage/defrag`, model 10.5).
public enum HugePageDefrag: String, CaseIterable, Sendable {
  case always, `defer`
  case deferAndMadvise = "defer+madvise"
  case madvise, never

  /// The mask of a fault for a huge page (`vma_thp_gfp_mask`).
  /// - Parameter isMarked: whether the program has marked the region with MADV_HUGEPAGE.
  func gfp(isMarked: Bool) -> GFPMask {
    switch self {
    case .always: isMarked ? .transparentHuge : [.transparentHuge, .noRetry]
    case .defer: [.transparentHugeLight, .kswapdReclaim]
    case .deferAndMadvise: isMarked ? .transparentHuge : [.transparentHugeLight, .kswapdReclaim]
    case .madvise: isMarked ? .transparentHuge : .transparentHugeLight
    case .never: .transparentHugeLight
    }
  }
}

/// Addresses that a program touches, huge page by huge page.
public struct HugePageRegion: Equatable, Sendable {
  /// Faults, one for each huge page of addresses.
  public var faults: Int
  /// Whether the program has marked it with MADV_HUGEPAGE.
  public var isMarked = true
  public var defrag = HugePageDefrag.madvise
  /// The program stops where fewer pages are free.
  public var leastFree = 0
  /// Pages that the kernel needs for itself before a fault, by the fault's number from 0: for its bookkeeping,
  /// and for a table where the region reaches into another GiB of addresses.
  public var kernelPages: [Int: Int] = [:]

  public init(faults: Int) { self.faults = faults }
}
