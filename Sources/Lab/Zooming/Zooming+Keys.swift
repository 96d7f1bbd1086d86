extension KeyBindings {
  mutating func addZooming() {
    add(.run, [.character("z")], .zooming(.closer), "closer-look")
    add(.run, [.character("z")], with: .shift, .zooming(.further), "wider-look")
  }
}
