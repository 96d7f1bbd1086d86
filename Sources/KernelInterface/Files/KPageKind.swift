/// What a page is, as far as its flags tell. Dirty, writeback and THP come on top.
public enum KPageKind: UInt8, Sendable, CaseIterable {
  case hole
  case hwpoison
  case offline
  case free
  case slab
  case pageTable
  case reserved
  case hugetlb
  case unevictable
  case anonymous
  case shmem
  case file
  /// A compound page of a driver or of the kernel's.
  case compound
  /// The kernel's own, or on a per-CPU list: the flags can't tell (model 10.2).
  case kernelOrPerCPU
}

extension KPageFlags.Word {
  /// Classified in the order of model 10.2.
  public var kind: KPageKind {
    if contains(.nopage) { return .hole }
    if contains(.hwpoison) { return .hwpoison }
    if contains(.offline) { return .offline }
    if contains(.buddy) { return .free }
    if contains(.slab) { return .slab }
    if contains(.pageTable) { return .pageTable }
    if contains(.reserved) { return .reserved }
    if contains(.huge) { return .hugetlb }
    if contains(.unevictable) { return .unevictable }
    if contains(.lru) {
      if contains(.anon) { return .anonymous }
      return contains(.swapbacked) ? .shmem : .file
    }
    return isDisjoint(with: [.compoundHead, .compoundTail]) ? .kernelOrPerCPU : .compound
  }
}
