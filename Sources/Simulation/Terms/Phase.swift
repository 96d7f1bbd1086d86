/// What a run does, in the order of the kernel's own loop; the middle step size.
public enum Phase: UInt8, CaseIterable, Sendable {
  case setUp, isolate, findTargets, unmap, move, drain, finishTest, end, allocate
}
