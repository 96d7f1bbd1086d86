/// What a kernel is in the middle of, by its names (`KernelField`).
extension Kernel {
  var tunables: Tunables {
    get { memory.tunables }
    set { for (field, value) in newValue.fields { set(.kernel(field), value) } }
  }

  /// The CPU on which everything happens, and whose per-CPU lists are used.
  @inline(__always) var cpu: Int { read(.kernel(.cpu)) }

  /// Who is at work.
  var task: CompactionTask {
    get { memory.task }
    set {
      guard newValue != task else { return }
      set(.kernel(.task), newValue.rawValue)
      let run = RunSlot(newValue)
      let isRunning = read(.control(.running, of: run)) != 0
      control = isRunning ? CompactControl { self.memory[.control($0, of: run)] } : CompactControl()
      if isRunning { set(.kernel(.run), run.index) }
    }
  }

  /// Whether the task that asked has a fatal signal pending (model 4.4, `fatal_signal_pending`): it gets
  /// what it holds into order and asks for nothing more. Only recorded runs are interfered with.
  @inline(__always) var isGivenUp: Bool {
    R.wantsChanges && (read(.kernel(.signalPending)) != 0 || isUnwanted)
  }

  /// The scanners look for a signal only where they let go of their lock: at every batch of pages.
  @inline(__always) func seesSignal(at pfn: Pfn) -> Bool { isGivenUp && pfn % scale.clusterMax == 0 }

  // MARK: Zones and per-CPU sets

  @inline(__always) func zoneRegister(_ zone: Zone, _ field: ZoneField) -> Register {
    .zone(zone.index, field)
  }
  @inline(__always) func pageset(_ zone: Zone, _ field: PagesetField, cpu: Int) -> Register {
    memory.pagesetRegister(zone: zone.index, cpu: cpu, field)
  }
}

extension Memory {
  /// The kernel whose rules hold.
  public var version: KernelVersion { KernelVersion.known[self[.kernel(.version)]] }

  /// The settings that hold.
  public var tunables: Tunables {
    var tunables = Tunables()
    tunables.compactionProactiveness = self[.kernel(.compactionProactiveness)]
    tunables.extfragThreshold = self[.kernel(.extfragThreshold)]
    tunables.compactUnevictableAllowed = self[.kernel(.compactUnevictableAllowed)] != 0
    tunables.watermarkBoostFactor = self[.kernel(.watermarkBoostFactor)]
    return tunables
  }

  /// Who is at work.
  var task: CompactionTask { CompactionTask(rawValue: self[.kernel(.task)]) ?? .requester }
}
