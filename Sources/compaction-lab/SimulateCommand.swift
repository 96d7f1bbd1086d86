import ArgumentParser
import Captures
import Lab
import Runs
import Simulation

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Make a run without a window and print how it went.",
    discussion: """
      With --json this is one object, the same for scenarios, boards and recordings:
        title, kernel  what was simulated, and the kernel whose rules were followed
        result         the kernel's word for how the last run of all ended; served or failed for
                       pages in a row for one owner, and where no zone was compacted for requests
        requests       for pages: how many were served, and how many failed
        sums           pages: migrate_scanned, free_scanned, isolated, migrated, failed;
                       how often compaction began in a zone, and with success: runs, succeeded
        vmstat         compaction's counters under their names in /proc/vmstat
        zones          of each: name, result, migrate_scanner and free_scanner (page frame numbers),
                       free_pages, and free blocks by order: before the run, buddyinfo after it
        huge_pages     in the pool after the run
        contiguous     ranges tried for one owner: start, end (the first page behind it), is_given, and
                       busy: pfn and why of each page that could not be had
        inferences     what a recording does not hold, and was inferred
        ranges         name, least and most of each sum that a recording leaves open

      With --events each line is an object, with --csv a row. Every step of the run has one:
        step           its number, as the window counts
        rule, said     the rule of the simulation that fired, and what the window says of it
      Where the kernel has a tracepoint the line has these as well, and one step may have several:
        task, event    who acts, and the tracepoint's name
        start_pfn, end_pfn and figures under the kernel's own names
      """)

  @Argument(help: "A scenario or board: the path of a file, or the name of one that comes with the program.")
  var scenario: String?
  @Option(
    help: ArgumentHelp(
      "A recording of a real kernel: simulate what it recorded, from its `before` alone.",
      valueName: "folder"))
  var capture: String?
  @Flag(help: "Print one JSON object.")
  var json = false
  @Flag(help: "Print the kernel's own tracepoint text, with steps in place of times.")
  var ftrace = false
  @OptionGroup var events: EventOptions
  @OptionGroup var aging: AgingOption
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (scenario == nil) == (capture == nil) {
      throw ValidationError("give either a scenario or --capture")
    }
    if aging.recipe != nil, capture != nil {
      throw ValidationError("--recipe ages a board; a recording has an age of its own")
    }
    if [json, ftrace, events.events || events.csv].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --json, --ftrace and --events")
    }
  }

  func run() throws {
    let content = try common.loadContent()
    let recipe =
      if let capture {
        try RunRecipe(capture: capture, version: kernel.version, words: content.words, saysInferences: false)
      } else {
        try content.folder.recipe(for: .source(scenario ?? "", recipe: aging.recipe), version: kernel.version)
      }
    kernel.warn(about: recipe, content.words)
    let busy = content.words("report.simulating")
    if let format = events.format {
      try Progress.say(busy) { EventListing(of: recipe, words: content.words) }.print(as: format)
    } else if ftrace {
      let text = Progress.say(busy) {
        let (memory, run) = recipe.start()
        let trace = SimulatedTrace(run.record(on: memory), version: run.version)
        return trace.text(comment: content.words("report.steps-for-seconds"))
      }
      try Output.write(text)
    } else {
      let report = Progress.say(busy) { RunReport(of: recipe) }
      if json { try report.printJSON() } else { try Output.line(report.text(content.words)) }
    }
  }
}
