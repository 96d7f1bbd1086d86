/// Why a request for pages gets nothing (model 3.2).
public enum RequestFailure: Int, CaseIterable, Sendable {
  /// Reclaim and compaction have been tried until neither helped.
  case exhausted
  /// It may not wait for either.
  case mayNotWait
  /// It asked not to be tried again (`__GFP_NORETRY`).
  case noRetry
  /// It is for more than 8 pages, and did not ask to be tried again (`__GFP_RETRY_MAYFAIL`).
  case costly
  /// What was asked is given up.
  case givenUp
}
