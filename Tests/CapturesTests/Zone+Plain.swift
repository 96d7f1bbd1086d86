import Simulation

extension Zone {
  /// The only zone of a machine, of pages without a hole.
  static func plain(_ pages: ClosedRange<Pfn>) -> Zone {
    let layout = ZoneLayout(name: .dma, ranges: [pages], watermarks: Watermarks(min: 0, low: 0, high: 0))
    return Memory(layout: MachineLayout(scale: .kernel, zones: [layout], cpus: 1)).zones[0]
  }
}
