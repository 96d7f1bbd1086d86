/// Serving what the agenda asks for, one item after the other: between two of them everything that the kernel
/// is in the middle of stands in registers and lists, which makes it a quiet point.
extension Kernel {
  /// Serves what is asked for, and what is let follow, to its end. Begins, or goes on, where the memory stands.
  func serve() {
    repeat {
      takeSuccessor()
      guard let request = agenda?.requests[read(.kernel(.request))] else { return }
      while serveItem(read(.kernel(.item)), of: request.trigger) {
        letKswapdWork()
        add(1, to: .kernel(.item))
        passQuietPoint()
      }
      letKswapdWork()
      makeEditsAtEnd()
    } while read(.kernel(.signalPending)) != 0
  }

  /// - Returns: whether there is another one.
  private func serveItem(_ item: Int, of trigger: Trigger) -> Bool {
    switch trigger {
    case .compactMemory: return compactByHand(item, times: 1)
    case .compactMemoryTimes(let times): return compactByHand(item, times: times)
    case .proactive:
      isResumable = true
      defer { isResumable = false }
      return compactProactively(item)
    case .hugePageFaults(let region): return faultHugePage(item, of: region)
    case .hugePagePool(let pages): return item < pages && growHugePagePool() && item + 1 < pages
    case .allocations(let requests):
      if requests.indices.contains(item) { serve(requests[item]) }
      return !isGivenUp && item + 1 < requests.count
    case .kcompactd(let order, let zone):
      wakeKcompactd(order: order, highestZone: zone)
      return false
    case .contiguous(.range(let range)):
      _ = allocateContiguous(range)
      return false
    case .contiguous(.pages(let count)):
      _ = allocateFromCMA(count)
      return false
    }
  }
}
