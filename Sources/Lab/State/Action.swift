import Simulation
import Stage

/// Everything that can happen to the program, by key, by mouse, by remote, by clock or from a thread,
/// named after what was asked or what came. The reducer alone decides what it means.
public enum Action: Equatable, Sendable {
  // The run
  case stepped(StepSize)
  case steppedBack(StepSize)
  case wentToStart
  case wentToEnd
  /// A place on the timeline, 0 is before the first step.
  case pickedStep(Int)
  /// A stop of the lesson, counted from 1.
  case pickedStop(Int)
  case wentToNextStop
  case wentToPreviousStop
  case toggledPlaying
  case wentFaster
  case wentSlower
  case tookNormalSpeed
  /// The page under the pointer, or a pageblock's first: what the lens shows.
  case inspected(Pfn)
  /// A question asked of the run, or what comes back to one.
  case asked(Question)

  /// Something is done while editing.
  case drafted(Drafting)
  /// The run branches off behind a step, with edits that are made in so many steps.
  case branched(after: Int, editSteps: [EditSteps])
  /// To the next branch at the same moment, or the one before (−1).
  case changedBranch(by: Int)
  /// The branch on screen is not wanted any more.
  case droppedBranch
  /// Another branch is shown beside this one.
  case toggledBeside
  /// Something came by itself to a branch.
  indirect case came(toBranch: Int, Action)

  /// What is shown is to be saved as a scenario.
  case savedScenario
  case lookedForScenarios
  case foundScenarios([MenuEntry])

  // The menu
  case choseNext
  case chosePrevious
  /// An entry, counted from 0 through all sections.
  case openedEntry(Int)
  case openedChosen
  /// The lesson of this number.
  case openedLesson(Int)

  // The program
  case closedTopmost
  case toggledLive
  case choseTheme(ThemeName)
  /// Percent.
  case choseTextSize(Int)
  case enlargedText
  case reducedText
  case tookNormalText
  case toggledFullScreen
  case toggledLetters
  case copied
  case savedPicture
  /// What the desktop says about motion.
  case choseReducedMotion(Bool)
  case toggledMotion
  /// Takes up what was left the last time.
  case tookUp(LeftOff)
  /// Goes to a place of a run that is being opened.
  case wentOn(RunPlace)
  case resized(width: Int, height: Int)
  case quit

  case zoomed(ZoomAction)

  // Presenting
  case toggledPresenting
  /// Presents on the next display.
  case wentToNextDisplay
  case blanked(Blank)
  /// The picture is to be seen again.
  case unblanked

  // Sheets: what covers the window
  case toggledSheet(Sheet.Subject)
  case movedInSheet(by: Int)
  /// An entry of the sheet, the chosen one if none is named.
  case tookFromSheet(Int?)
  /// The chosen entry's value before.
  case tookBackFromSheet

  // What comes by itself
  /// So many steps are due because the run is playing.
  case playedOn(steps: Int)
  /// The playhead stands at a step.
  case arrived(step: Int)
  /// So many steps are recorded.
  case recorded(steps: Int, isComplete: Bool)
  /// Where the lesson's stops are, in their order.
  case foundStops([Int])
  /// What the menu offers.
  case listed([MenuEntry])
  case opened(RunState)
  /// A run is opened in which somebody has made something before.
  case reopened(RunBranches)
  case failed(String)
  /// Something was done that can't be seen.
  case said(String)
}
