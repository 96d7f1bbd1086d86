import Stage
import Testing

@testable import Lab

@Suite("Presenting")
struct PresentingTests {
  private func press(
    _ key: Key, _ modifiers: Modifiers, isRepeat: Bool = false, _ laboratory: Laboratory
  ) {
    laboratory.handle(.key(key, modifiers, isRepeat: isRepeat))
  }

  @Test("F5 shows map and sentence on the whole screen, and the same key or Esc gives the window back")
  func onAndOff() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    for end in [Key.function(5), .escape] {
      press(.function(5), [], laboratory)
      #expect(laboratory.scene().isPresenting)
      #expect(laboratory.state.isFullScreen)
      press(end, [], laboratory)
      #expect(!laboratory.scene().isPresenting)
      #expect(!laboratory.state.isFullScreen)
      #expect(laboratory.state.run != nil)
    }
  }

  @Test("A window that filled the screen before still does when the presentation is over")
  func fullScreenStays() throws {
    var state = LabState()
    for action in [Action.viewing(.toggledFullScreen), .presenting(.toggled)] { _ = state.reduce(action) }
    #expect(state.lastSession.isFullScreen)
    _ = state.reduce(.closedTopmost)
    #expect(state.isFullScreen && !state.presenting.isOn)
  }

  @Test("What comes back at the next start is the window as it was before the presentation")
  func leftOff() {
    var state = LabState()
    _ = state.reduce(.presenting(.toggled))
    #expect(state.isFullScreen && !state.lastSession.isFullScreen)
  }

  @Test("With a remote's keys alone a lesson goes from stop to stop and back")
  func remote() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    press(.function(5), [], laboratory)
    press(.pageDown, [], laboratory)
    laboratory.arrive()
    let second = laboratory.state.run?.step
    press(.pageDown, [], laboratory)
    laboratory.arrive()
    #expect(laboratory.state.run?.stop == 3)
    press(.pageUp, [], laboratory)
    laboratory.arrive()
    #expect(laboratory.state.run?.step == second)
    press(.pageDown, [], isRepeat: true, laboratory)
    #expect(laboratory.state.run?.step == second)
  }

  @Test(
    "B and the full stop blank to black, W to white; any key brings the picture back and does nothing else",
    arguments: [(Character("b"), Blank.black), (Character("."), .black), (Character("w"), .white)])
  func blank(character: Character, blank: Blank) throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    press(.function(5), [], laboratory)
    for key in [Key.pageDown, .character(character), .escape, .right] {
      press(.character(character), [], laboratory)
      #expect(laboratory.scene().blank == blank)
      let step = laboratory.state.run?.step
      press(key, [], isRepeat: true, laboratory)
      #expect(laboratory.scene().blank == blank, "a key that is still held")
      press(key, [], laboratory)
      #expect(laboratory.scene().blank == nil && laboratory.scene().isPresenting)
      #expect(laboratory.state.run?.step == step)
    }
  }

  @Test("Nothing goes on unseen: a run that plays stops when the screen goes black")
  func blankPauses() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    for key in [Key.function(5), .space, .character("b")] { press(key, [], laboratory) }
    #expect(laboratory.state.run?.isPlaying == false)
  }

  @Test("A list over a presentation closes first, then the presentation, then the run")
  func escape() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    press(.function(5), [], laboratory)
    press(.character("d"), [], laboratory)
    #expect(!laboratory.scene().isPresenting)
    press(.escape, [], laboratory)
    #expect(laboratory.scene().isPresenting)
    press(.escape, [], laboratory)
    #expect(laboratory.state.run != nil && !laboratory.state.presenting.isOn)
  }

  @Test("The room's text grows to 300 % by itself and keeps its size; the presenter's own text stays")
  func textSize() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    press(.character("+"), .control, laboratory)
    press(.function(5), [], laboratory)
    #expect(laboratory.state.shownTextSize == 100)
    for _ in 0..<30 { press(.character("+"), .control, laboratory) }
    #expect(laboratory.state.shownTextSize == 300)
    press(.function(5), [], laboratory)
    #expect(laboratory.state.shownTextSize == 110)
    press(.function(5), [], laboratory)
    #expect(laboratory.state.shownTextSize == 300)
  }

  @Test("All of a stop is said before PageDown leaves it, and PageUp comes back to its first sentence")
  func secondSentence() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.viewing(.resized(width: 1366, height: 768)))
    press(.function(5), [], laboratory)
    let stop = try laboratory.content.folder.lesson(named: "4").stops[0]
    func part() throws -> Int? {
      _ = try laboratory.nextPicture()
      let speech = try #require(laboratory.scene().speech)
      #expect(
        speech.sentences.joined(separator: " ") == stop.plainText
          && laboratory.scene().title.stop?.number == 1)
      return laboratory.state.presenting.hasMoreToSay ? (speech.isAtSecond ? 2 : 1) : nil
    }
    #expect(try part() == nil, "at 100 % both are seen")
    for _ in 0..<12 { press(.character("+"), .control, laboratory) }
    #expect(try part() == 1)
    press(.pageDown, [], laboratory)
    #expect(try part() == 2)
    #expect(laboratory.state.run?.step == 0)
    press(.pageUp, [], laboratory)
    #expect(try part() == 1)
    press(.pageDown, [], laboratory)
    press(.pageDown, [], laboratory)
    laboratory.arrive()
    #expect(laboratory.state.run?.stop == 2 && laboratory.scene().speech?.isAtSecond == false)
  }

  @Test("No step is spoken of by half a sentence: what happened comes with how or why")
  func neverAlone() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    press(.function(5), [], laboratory)
    for _ in 0..<60 {
      press(.right, [], laboratory)
      let speech = try #require(laboratory.scene().speech)
      #expect(speech.sentences.count == 2, "\(speech.sentences)")
    }
  }

  @Test("Shift+F5 presents, and asks for the next display each time")
  func displays() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    for turn in 1...2 {
      press(.function(5), .shift, laboratory)
      #expect(laboratory.state.presenting.displayTurns == turn)
      #expect(laboratory.state.presenting.isOn)
    }
    laboratory.sayNoOtherDisplay()
    #expect(laboratory.scene().message?.isEmpty == false)
  }
}
