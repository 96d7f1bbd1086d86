/// Why a scanner stopped where it did.
public enum ScanEnd: Int, CaseIterable, Sendable {
  /// It has as many pages as it wants at once.
  case full
  /// The pageblock ends here.
  case blockEnd
  /// The window ends here in which a run that won't wait works (`skip_on_failure`).
  case windowEnd
  /// The pageblock's skip hint was set meanwhile.
  case marked
  /// The zone may not give up more free pages.
  case watermark
  /// What was asked is given up.
  case signal
}
