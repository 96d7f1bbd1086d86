/// For what a rule fired, where it has more than one reason to; the raw value ends the keys of its words.
public enum RuleVariant: String, CaseIterable, Sendable {
  // The run as a whole
  /// A run is for one order.
  case forOrder = "order"
  /// kcompactd runs, or would have to begin, by itself.
  case proactive
  /// A run begins where earlier ones left off.
  case leftOff = "left-off"
  /// A run that began so has met: that is not the whole zone.
  case partial
  /// The free scanner is no longer above the migrate scanner.
  case passed
  /// The migrate scanner is within a pageblock, which it finishes first.
  case midBlock = "mid-block"
  /// kswapd is at work in the zone.
  case kswapd
  /// How a run ended: with what it was for, or before its scanners met.
  case succeeded = "success"
  case contended
  /// What was asked is given up.
  case givenUp = "given-up"
  /// A kernel thread gives up, which gets no signal.
  case byThread = "thread"

  // Pageblocks and scans
  /// A scan goes through to the pageblock's end, however many pages it takes.
  case toEnd = "to-end"
  /// Not every page is looked at.
  case striding = "stride"
  /// It is a matter of the pageblock's type.
  case ofType = "type"
  /// A free block, or folio, as large as what is wanted.
  case tooLarge = "large"
  /// A block that fills whole pageblocks.
  case wholePageblock = "whole"
  /// A scan ended with its pageblock, its window, at the watermark; its pageblock was marked.
  case blockEnd = "block-end"
  case windowEnd = "window-end"
  case atWatermark = "watermark"
  case marked
  /// A run that will not wait works in windows.
  case windowed = "windows"

  // Pages
  /// It is the inner part of a folio.
  case tail
  /// This kernel can't.
  case version
  /// It is in a file's page cache.
  case ofFile = "file"
  /// It is a driver's page.
  case ofDriver = "driver"
  case held, hole
  case perCPU = "per-cpu"
  case dirty
  /// It is pinned, and stays where it was.
  case pinnedInPlace = "in-place"
  case noTarget = "no-target"
  /// The scanners have not met.
  case notMet = "not-met"

  // Searches of the free lists
  /// What was chosen is not the first good enough, but the best.
  case best
  /// What was chosen could not be taken.
  case refused
  /// The free scanner is not above the migrate scanner.
  case crossed
  case toMiddle = "middle"

  // Free blocks and lists
  /// The buddy would be outside of the zone.
  case outside
  /// A pageblock's free blocks all go on other lists.
  case ontoLists = "lists"
  /// A list gives back pages however full it is.
  case atOnce = "at-once"
  /// No run is under way.
  case betweenRuns = "between-runs"

  // Requests
  /// Pages abound, but no block is large enough.
  case noBlock = "block"
  case withoutCMA = "cma"
  /// The fragmentation index says so; or none of the zones suits.
  case notFragmented = "index"
  /// Only orders up to this one.
  case upToOrder = "up-to"
  case mayNotWait = "no-wait"
  case noRetry = "no-retry"
  case costly

  // A person's edits
  /// An edit changed the rules for what is under way.
  case settings
  /// An edit asks for something else, with nothing under way, or something under way.
  case next, anew
}
