import Runs
import Simulation
import Stage

/// All that is to be known of a step, read once where the playhead stood behind it: pictures are made from this,
/// so none of them moves the film, and the memory may stand before the step while it is looked at.
struct StepReading {
  /// Steps done: 0 is before the first.
  let step: Int
  /// Nil before the first, and nothing is said then.
  let last: Step?
  let said: StepWords?
  /// Where things were before the step.
  let change: StepChange
  let request: Agenda.Request
  let zone: Zone
  /// The pageblock that the migrate scanner is in.
  let migratePageblock: Pfn?
  let verdict: Verdict
  let counters: [Counter]
  let perCPU: [PerCPUPages]
  let control: [ControlFact]
}
