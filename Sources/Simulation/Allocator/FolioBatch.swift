/// Pages wait in a batch of the CPU that allocated them until they get their place on an LRU list
/// (`struct folio_batch`).
extension Kernel {
  /// Lets a page wait; a full batch is drained.
  func addToFolioBatch(_ pfn: Pfn) {
    let batch = lists.folioBatch(cpu: cpu)
    link(pfn, first: false, batch, place: .none)
    if memory.length(of: batch) == version.folioBatchSize { drainFolioBatch() }
  }

  /// Puts this CPU's waiting pages on their LRU lists (`lru_add_drain`).
  func drainFolioBatch() { drainFolioBatch(cpu: cpu) }

  /// Every CPU's batches, this one's first (`lru_add_drain_all`).
  func drainAllFolioBatches() {
    drainFolioBatch()
    for cpu in 0..<memory.layout.cpus { drainFolioBatch(cpu: cpu) }
  }

  private func drainFolioBatch(cpu: Int) {
    let batch = lists.folioBatch(cpu: cpu)
    while let pfn = memory.first(of: batch) {
      unlink(pfn, batch)
      let frame = memory.frame(at: pfn)
      changeFrame(
        pfn,
        to: Frame(bits: frame.bits & ~PageFlags.inBatch.rawValue | PageFlags.lru.rawValue))
    }
  }

  /// Takes a page that is to hold something else out of the batch it waits in.
  func takeOutOfFolioBatch(_ pfn: Pfn) {
    guard memory.frame(at: pfn).has(.inBatch) else { return }
    for cpu in 0..<memory.layout.cpus {
      let batch = lists.folioBatch(cpu: cpu)
      if memory.pages(on: batch).contains(pfn) { unlink(pfn, batch) }
    }
  }
}
