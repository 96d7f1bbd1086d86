/// For what a rule fired, where it has more than one reason to; the raw value ends the keys of its words.
public enum RuleVariant: String, CaseIterable, Sendable {
  /// A run is for one order.
  case forOrder = "order"
  /// A free block as large as what is wanted begins in the pageblock.
  case tooLarge = "large"
  /// What was asked is given up.
  case givenUp = "given-up"
  /// A kernel thread gives up, which gets no signal.
  case byThread = "thread"
  /// kcompactd would have to begin by itself.
  case proactive
  /// An edit changed the rules for what is under way.
  case settings
  /// An edit asks for something else, with nothing under way, or something under way.
  case next, anew
}
