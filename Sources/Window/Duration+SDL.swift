extension Duration {
  /// Whole milliseconds as SDL waits them: rounded up, at least 0.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    let millisecond = Int64(1_000_000_000_000_000)
    return Int32(clamping: max(seconds * 1000 + (attoseconds + millisecond - 1) / millisecond, 0))
  }
}
