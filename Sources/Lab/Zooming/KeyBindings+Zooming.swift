extension KeyBindings {
  mutating func addZooming() {
    add(.run, [.character("z")], .zoomed(.closer), "closer-look")
    add(.run, [.character("z")], with: .shift, .zoomed(.further), "wider-look")
  }
}
