import Runs

@testable import Lab
@testable import Simulation

/// What is said of requests for pages, and of who compacts for them.
extension SpokenRun {
  func checkRequests(_ step: Step, _ said: StepWords) {
    checkServing(step, said)
    checkRange(step, said)
    checkRefusals(step, said)
    checkDeferral(step, said)
  }

  private func checkServing(_ step: Step, _ said: StepWords) {
    let what = said.what.spokenNumbers
    switch step.rule {
    case .requestArrives:
      asked = what[0]
      expect(orders.isEmpty || orders.contains(what[0]), step, said)
      expect(said.because.spokenNumbers == [1 << what[0]], step, said)
      let zones = memory.zones.reversed().map(\.name.description).joined(separator: ", ")
      expect(zones.hasSuffix(said.because.split(separator: ": ").last?.dropLast() ?? "?"), step, said)
    case .requestServed:
      let order = said.because.spokenNumbers[0]
      expect(order == asked && what == (order == 0 ? [what[0]] : [1 << order, what[1]]), step, said)
      let pfn = what[what.count - 1]
      for page in pfn..<pfn + 1 << order { expect(memory.frame(at: page).kind != .free, step, said) }
    case .requestFails, .entersReclaim:
      expect((what + said.because.spokenNumbers).contains(asked ?? -1), step, said)
    case .takesFromFreeList, .takesFromPerCPU, .takesCaptured:
      let frame = memory.frame(at: what[0])
      expect(frame.place == .none && frame.kind == .free, step, said)
    case .joinsPerCPU: expect(memory.frame(at: what[0]).place == .perCPU, step, said)
    case .splitsBlock: expect(memory.frame(at: what[0]).isBuddy(order: what[1]), step, said)
    case .claimsPageblock:
      let type = memory.migratetype(ofPageblockAt: what[0])
      expect(said.what.contains(words("migratetype.\(type).name")), step, said)
    default: break
    }
  }

  /// Pages in a row for one owner.
  private func checkRange(_ step: Step, _ said: StepWords) {
    let what = said.what.spokenNumbers
    switch step.rule {
    case .pageIsBusy: busyPages += 1
    case .rangeAsked:
      busyPages = 0
      expect(what.count == 3 && what[2] - what[1] + 1 == what[0], step, said)
    case .rangeIsolated:
      for pfn in what[0]...what[1] {
        expect(memory.migratetype(ofPageblockAt: pfn) == .isolate, step, said)
      }
    case .rangeGiven:
      for pfn in what[1]...what[2] { expect(memory.frame(at: pfn).kind == .kernel, step, said) }
    case .rangeBusy:
      guard case .range(_, _, let busy) = step.facts else { return }
      expect(said.because.spokenNumbers == (busy > 0 ? [busy] : []) && busy == busyPages, step, said)
      for pfn in what[0]...what[1] {
        expect(memory.migratetype(ofPageblockAt: pfn) != .isolate, step, said)
      }
    case .clearsBoost:
      guard case .boost(let zone, let pages) = step.facts else { return }
      expect(what == [pages] && memory[.zone(zone, .watermarkBoost)] == 0, step, said)
    default: break
    }
  }

  private func checkRefusals(_ step: Step, _ said: StepWords) {
    let because = said.because.spokenNumbers
    switch step.rule {
    case .watermarkFails:
      guard case .check(let zone, let order, let name, _, _) = step.facts else { return }
      expect(said.what.contains("Zone \(memory.zones[zone].name) ") && order == asked, step, said)
      let marks = memory.watermarks(ofZone: zone)
      let mark = (name == .min ? marks.min : marks.low) + memory[.zone(zone, .watermarkBoost)]
      expect(said.what.contains(" \(name) watermark"), step, said)
      let free = memory[.zone(zone, .freePages)]
      if said.because.hasPrefix("Pages are missing") {
        numbers(said.because, [mark + 1 << order, 1 << order, mark, free], step, said)
        expect(free < mark + 1 << order, step, said)
      } else {
        numbers(said.because, [order, free, mark + 1 << order], step, said)
        expect(free >= mark + 1 << order && !hasFreeBlock(zone, atLeast: order), step, said)
      }
    case .notSuitable:
      guard case .unsuitable(let zone, let order, _) = step.facts else { return }
      expect(said.what.contains("Zone \(memory.zones[zone].name) "), step, said)
      let outlook = memory.outlook(zone: zone, order: order)
      if said.because.contains("Too few") {
        expect(because == [memory[.zone(zone, .freePages)], outlook.mark + outlook.gap], step, said)
        expect(outlook.answer == .tooFewPages, step, said)
      } else {
        expect(outlook.answer == .notFragmented, step, said)
      }
    case .kcompactdSleepsOn, .kcompactdSleeps:
      guard said.because.contains("score") else { return }
      let outlook = memory.proactiveOutlook(zone: memory[.zone])
      expect(because[0] == outlook.nodeScore, step, said)
      expect(said.because.contains("not above") == !outlook.begins, step, said)
    default: break
    }
  }

  private func checkDeferral(_ step: Step, _ said: StepWords) {
    switch step.facts {
    case .putOff(let zone, _, _):
      let limit = 1 << memory[.zone(zone, .deferShift)]
      let considered = memory[.zone(zone, .considered)]
      numbers(said.because, [memory[.zone(zone, .orderFailed)], considered, limit], step, said)
      expect(considered < limit, step, said)
    case .deferral(let zone, let order, _) where step.rule == .defersCompaction:
      expect(said.what.spokenNumbers == [1 << memory[.zone(zone, .deferShift)] - 1], step, said)
      numbers(said.because, [order], step, said)
    case .deferral(let zone, let order, _):
      let isPutOff = memory[.zone(zone, .deferShift)] > 0
      expect(said.what.contains("orders up to") == isPutOff, step, said)
      expect(playhead.before(.zone(zone, .deferShift)) > 0, step, said)
      expect(memory[.zone(zone, .orderFailed)] == order + 1 || !isPutOff, step, said)
    default: break
    }
  }
}
