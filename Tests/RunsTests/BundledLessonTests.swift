import Documents
import Lessons
import Runs
import Scenarios
import Simulation
import Surroundings
import Testing

@Suite("The lessons that come with the program")
struct BundledLessonTests {
  @Test("Every lesson’s stops are reached in order, in the run that the program makes")
  func stops() throws {
    let library = ContentFolder(path: Repository.root)
    #expect(!library.lessonPaths.isEmpty)
    for path in library.lessonPaths {
      let recipe = try library.recipe(for: .lesson(path))
      let lesson = try #require(recipe.lesson)
      let (memory, run) = recipe.start()
      let steps = lesson.steps(in: run.record(on: memory), scale: recipe.source.layout.scale)
      let missing = zip(lesson.stops, steps).filter { $0.1 == nil }.map(\.0.title)
      #expect(missing.isEmpty, "\(path): the run never comes to these stops")
      let found = steps.compactMap(\.self)
      #expect(found == found.sorted(), "\(path): the stops are not in the order of the run")
    }
  }
}
