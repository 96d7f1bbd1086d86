import Stage

extension KeyBindings {
  /// This machine beside the simulated one.
  mutating func addLive() {
    add(.run, [.character("l")], .viewing(.toggledLive), "live")
  }

  /// The keys of the program as a whole.
  mutating func addProgram() {
    add(
      nil, [.character("+"), .character("=")], with: .control, .viewing(.enlargedText), "larger-text",
      repeats: true)
    add(nil, [.character("-")], with: .control, .viewing(.reducedText), "smaller-text", repeats: true)
    add(nil, [.character("0")], with: .control, .viewing(.tookNormalText), "normal-text")
    add(nil, [.function(11), .character("f")], .viewing(.toggledFullScreen), "full-screen")
    add(nil, [.enter], with: .alt, .viewing(.toggledFullScreen), "full-screen")
    add(nil, [.character("c")], with: .control, .saving(.copied), "copy")
    add(nil, [.function(12)], .saving(.savedPicture), "save-picture")
    add(nil, [.escape], .closedTopmost, "close")
    add(nil, [.character("q")], with: .control, .quit, "quit")
  }
}
