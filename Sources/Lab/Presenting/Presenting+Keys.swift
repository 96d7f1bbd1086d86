import Stage

extension KeyBindings {
  /// The keys of a presenter. A remote sends F5, Esc, PageDown, PageUp and B or the full stop, no others.
  mutating func addPresenting() {
    add(nil, [.function(5)], .presenting(.toggled), "present")
    add(nil, [.function(5)], with: .shift, .presenting(.wentToNextDisplay), "next-display")
    add(.presenting, [.character("b"), .character(".")], .presenting(.blanked(.black)), "black")
    add(.presenting, [.character("w")], .presenting(.blanked(.white)), "white")
  }
}
