import Words

extension Catalogue {
  /// "step 3 of 9", or "step 3" where it is not known of how many.
  public func step(_ step: Int, of steps: Int?) -> String {
    guard let steps else { return self("title.step", ["step": .number(step)]) }
    return self("title.step-of", ["step": .number(step), "steps": .number(steps)])
  }
}
