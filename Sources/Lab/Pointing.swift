/// Where a hand is on its way from one event to the next.
struct Pointing {
  /// The last key was a command: the text it types is none.
  var keyActed = false
  var dragsTimeline = false
  var mapDrag: MapDrag?
  /// Where the pointer rests; nil while it is pressed or keys are.
  var hover: Hover?
  /// What the keys do that the picture offers.
  var hints: [Action] = []
}
