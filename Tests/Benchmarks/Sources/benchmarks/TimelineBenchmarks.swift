import Simulation

/// Going through the recorded run of the whole 8 GB board.
enum TimelineBenchmarks {
  static func run() throws -> [Figure] {
    let board = try Machines.board(gigabytes: 8)
    var (memory, run) = board.start()
    let loading = times(3) { _ in (memory, run) = board.start() }
    let playhead = Playhead(memory: Memory(copying: memory))
    run.record(on: memory) { playhead.append($0) }
    playhead.complete()
    playhead.index = TimelineIndex(recording: playhead.recording, playingBack: memory)

    var generator = SeededGenerator(seed: 1)
    let places = (0..<400).map { _ in Int(generator.next() % UInt64(max(1, playhead.stepCount))) }
    let seeks = times(places.count) { playhead.seek(to: places[$0]) }
    var figures = [
      Figure("8 GB board: age it", loading),
      Figure("  seek anywhere, of \(playhead.stepCount) steps", seeks, limit: 16e6, limitOfP95: 16e6),
    ]
    for (size, name) in [
      (StepSize.page, "page"), (.phase, "phase"), (.pageblock, "pageblock"), (.event, "event"),
    ] {
      let limit = size == .page ? 1e6 : nil
      for (word, step) in [("a step", playhead.forward), ("a step back", playhead.back)] {
        var samples: [Double] = []
        for place in places {
          playhead.seek(to: place)
          samples.append(time { _ = step(size) })
        }
        figures.append(Figure("  \(word), \(name)", samples, limit: limit, limitOfP95: limit))
      }
    }
    return figures
  }
}
