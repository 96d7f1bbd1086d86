import Runs
import Stage

@testable import Lab
@testable import Simulation

/// What is said of pages that move, and of frames that become free.
extension SpokenRun {
  func checkMoves(_ step: Step, _ said: StepWords) {
    let what = said.what.spokenNumbers
    switch step.rule {
    case .unmapsPage:
      expect(memory.frame(at: what[0]).place == .isolatedSource, step, said)
      expect(memory.frame(at: what[1]).place == .target, step, said)
      unmapped += memory.frame(at: what[0]).has(.head) ? 1 << memory.frame(at: what[0]).order : 1
    case .flushesTLB:
      expect(what == [unmapped], step, said)
      unmapped = 0
    case .movesPage:
      let (old, new) = (memory.frame(at: what[0]), memory.frame(at: what[1]))
      expect(old.kind == .free && old.place == .none && new.kind != .free, step, said)
      expect(PageLook(old, at: what[0], batch: Batch(memory)) == .held, step, said)
      if !memory.version.migratesInBatches { unmapped = 0 }
    case .moveFails:
      let frame = memory.frame(at: what[0])
      expect(said.because.contains("pinned") == frame.has(.pinned), step, said)
    case .moveRefused: expect(memory.frame(at: what[0]).has(.writeback), step, said)
    case .noTargetLeft:
      expect(memory[.nrFreepages] == 0 || memory.frame(at: what[0]).has(.head), step, said)
      expect(said.because.contains("come down") == memory.scannersHaveMet, step, said)
    case .leftoverFreed:
      expect(memory[.running] == 1 && memory[.result] != CompactResult.continue.rawValue, step)
    default: checkFreeing(step, said)
    }
  }

  private func checkFreeing(_ step: Step, _ said: StepWords) {
    guard let pfn = said.what.spokenNumbers.first else { return }
    switch step.rule {
    case .freesToPerCPU:
      expect(memory.frame(at: pfn).place == .perCPU, step, said)
    case .freesBlock, .mergesBlock:
      let order = said.what.spokenNumbers[1]
      expect(memory.frame(at: pfn).isBuddy(order: order), step, said)
      let buddy = pfn ^ 1 << order
      if said.because.contains("not a free block") {
        numbers(said.because, [buddy, order], step, said)
        expect(!memory.frame(at: buddy).isBuddy(order: order), step, said)
      } else if said.because.contains("Both halves") {
        numbers(said.because, [order - 1], step, said)
      }
    case .capturesBlock:
      expect(memory.frame(at: pfn).place == .captured, step, said)
      numbers(said.because, [memory[.order]], step, said)
    case .perCPUOverflows:
      guard case .overflow(let zone, let pages, _) = step.facts else { return }
      let waiting = waiting(zone, cpu: memory[.kernel(.cpu)])
      expect(pfn == pages && pages <= waiting, step, said)
      if said.because.contains("full") {
        expect(said.because.spokenNumbers.first == waiting, step, said)
        expect(said.because.spokenNumbers[1] <= waiting, step, said)
      }
    case .drainsPerCPU:
      guard case .drain(let zone, let cpu, _) = step.facts else { return }
      expect(said.what.spokenNumbers == [cpu, waiting(zone, cpu: cpu)], step, said)
      if said.because.contains("scanner") { numbers(said.because, [1 << memory[.order]], step, said) }
    default: break
    }
  }
}
