import Foundation
import Surroundings
import Testing

@Suite("The repository")
struct RepositoryTests {
  @Test("Nothing lies at the top but what belongs there")
  func top() throws {
    let allowed: Set = [
      ".ci", ".gitignore", ".swift-format", "Assets", "Lessons", "Package.swift", "README.md", "Sources",
      "Tests",
    ]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root)
    #expect(Set(entries.filter { !Repository.isLeftBehind($0) }).subtracting(allowed) == [])
  }

  /// Places that only the machine of whoever wrote the file has, put together here so that this file
  /// does not name them itself.
  let machinePlaces = ["work", "home", "opt", "Users", "mnt", "tmp/wt"].map { "/\($0)/" }

  @Test("No file names a place of somebody's machine")
  func machinePaths() {
    let text: Set = ["swift", "md", "yaml", "sh", "run", "modulemap", "h", "desktop"]
    let files = Repository.files().filter {
      text.contains(($0 as NSString).pathExtension) || $0.hasPrefix(".ci/")
    }
    let naming = files.filter { file in
      let lines = (try? Repository.text(of: file).split(separator: "\n")) ?? []
      return lines.contains { line in machinePlaces.contains { names(line, $0) } }
    }
    #expect(naming.isEmpty)
    #expect(files.count > 200)
  }

  /// Whether a line has a path that begins with the place, and not one that has it in its middle.
  private func names(_ line: Substring, _ place: String) -> Bool {
    guard let found = line.range(of: place) else { return false }
    guard found.lowerBound > line.startIndex else { return true }
    let before = line[line.index(before: found.lowerBound)]
    return !(before.isLetter || before.isNumber || before == "." || before == "}" || before == ">")
  }

  @Test("Every file of tests expects something")
  func expectations() throws {
    let tests = try Repository.files(under: "Tests").filter { $0.hasSuffix(".swift") }.filter {
      let code = try Repository.text(of: $0)
      return code.contains("@Test(")
        && !["#expect(", "#require(", "Issue.record("].contains(where: code.contains)
    }
    #expect(tests.isEmpty)
  }

  @Test("The README's commands install the same packages, tests five more for displays and their pictures")
  func commands() throws {
    let readme = try Repository.text(of: "README.md")
    let lines = readme.replacing("\\\n", with: " ").split(separator: "\n")
      .filter { $0.hasPrefix("sudo apt-get update && sudo apt-get install -y ") }
    try #require(lines.count == 2)
    let packages = lines.map { line in
      Set(line.split(separator: " ").drop { $0 != "-y" }.dropFirst().prefix { $0 != "&&" })
    }
    #expect(packages[0].isSubset(of: packages[1]))
    #expect(packages[1].subtracting(packages[0]) == ["xvfb", "xdotool", "imagemagick", "openbox", "weston"])
    let manifest = try Repository.text(of: "Package.swift")
    for package in packages[0] where package.hasPrefix("lib") {
      #expect(manifest.contains("\"\(package)\""), "\(package) is in the README, not in Package.swift")
    }
  }
}
