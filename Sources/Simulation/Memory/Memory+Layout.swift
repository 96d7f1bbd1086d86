/// Laying a machine out: what each list counts, and what is where at boot.
extension Memory {
  func giveListsTheirMeaning() {
    func mean(
      _ list: PageList, _ place: Place, pages: Int, _ counter: Register, _ second: Register? = nil
    ) {
      meanings[Int(list.index)] = PageListMeaning(
        placeBits: Frame.placeBits(place), pages: Int32(pages), counter: UInt16(counter.index),
        secondCounter: UInt16((second ?? .kernel(.uncounted)).index))
    }
    for zone in zones.indices {
      for order in 0...scale.maxOrder {
        for type in Migratetype.allCases {
          let second: Register? =
            switch type {
            case .cma: .zone(zone, .freeCMA)
            case .highAtomic: .zone(zone, .freeHighAtomic)
            default: nil
            }
          mean(
            lists.free(zone: zone, order: order, type: type), .buddy, pages: order.pages,
            .zone(zone, .freePages), second)
        }
      }
      for cpu in 0..<layout.cpus {
        for index in 0..<PageListMap.perCPUSetLists {
          mean(
            lists.perCPU(zone: zone, cpu: cpu, index: index), .perCPU,
            pages: perCPUOrder(ofList: index).pages, pagesetRegister(zone: zone, cpu: cpu, .count))
        }
      }
    }
    for cpu in 0..<layout.cpus { mean(lists.folioBatch(cpu: cpu), .none, pages: 1, .kernel(.uncounted)) }
    for run in RunSlot.all {
      mean(lists.migratePages(of: run), .isolatedSource, pages: 1, .control(.sources, of: run))
      mean(lists.targets(of: run), .target, pages: 1, .control(.targets, of: run))
      mean(lists.captured(of: run), .captured, pages: 1, .control(.captured, of: run))
      for order in 0...scale.maxOrder {
        mean(
          lists.freePages(order: order, of: run), .isolatedFree, pages: order.pages,
          .control(.nrFreepages, of: run))
      }
    }
  }

  func layOut(_ zone: Zone) {
    for range in zone.layout.ranges {
      let first = range.lowerBound.start(ofOrder: scale.sectionOrder)
      let last = (range.upperBound + scale.sectionOrder.pages).start(ofOrder: scale.sectionOrder)
      for pfn in max(first, zone.start)..<min(last, zone.end) {
        frames[pfn - base] = Frame(.unavailable).bits
      }
    }
    for range in zone.layout.ranges {
      for pfn in range { frames[pfn - base] = Frame(.free).bits }
    }
    if !zone.groupsByMobility {
      for pfn in stride(from: scale.pageblockStart(zone.start), to: zone.end, by: scale.pageblockPages) {
        pageblocks[(pfn - base) >> pageblockOrder] = Migratetype.unmovable.rawValue
      }
    }
    for (field, pages) in zone.layout.watermarks.fields {
      registers[Register.zone(zone.index, field).index] = pages
    }
    guard let pageset = zone.layout.pageset else { return }
    for cpu in 0..<layout.cpus {
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .batch).index] = pageset.batch
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .high).index] = pageset.high
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .highMin).index] = pageset.high
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .highMax).index] = pageset.highMax
    }
  }
}
