import Simulation
import Stage

/// The pages that are on their way: a source and its target carry the same number, which a page keeps
/// from the moment it is isolated.
struct Batch {
  private(set) var numbers: [Pfn: Int] = [:]
  private(set) var movers: [PageMap.Mover] = []

  init(_ memory: Memory) {
    let sources = memory.isolatedSources
    let targets = memory.targets
    // The last one isolated is the first to move, so counting from the end gives numbers that stay.
    for (index, source) in sources.enumerated() { numbers[source] = sources.count - index }
    for (source, target) in zip(sources, targets) {
      guard let number = numbers[source], let look = PageLook(used: memory.frame(at: source)) else {
        continue
      }
      numbers[target] = number
      movers.append(PageMap.Mover(number: number, look: look, source: source, target: target))
    }
  }
}
