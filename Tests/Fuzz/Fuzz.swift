import Foundation
import Fuzzing

/// Lets one reader read spoiled texts for a while, and says how much it read. `.ci/fuzz` runs it for each of them.
///
///     fuzz                                    names the readers
///     fuzz READER SEED FIRST SECONDS PLACE    reads from text FIRST on, and keeps in the file PLACE where it is
@main
enum Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first else {
      for reader in FuzzedReader.all { print(reader.name) }
      return
    }
    let rest = Array(arguments.dropFirst())
    guard rest.count == 4, let reader = FuzzedReader.all.first(where: { $0.name == name }),
      let seed = UInt64(rest[0]), let first = Int(rest[1]), let seconds = Double(rest[2])
    else {
      FileHandle.standardError.write(Data("usage: fuzz [READER SEED FIRST SECONDS PLACE]\n".utf8))
      exit(64)
    }
    _ = FileManager.default.createFile(atPath: rest[3], contents: nil)
    let place = try FileHandle(forWritingTo: URL(fileURLWithPath: rest[3]))
    let texts = FuzzedReader.Texts(reader, seed: seed)
    let end = Date().addingTimeInterval(seconds)
    var index = first
    var bytes = 0
    var counts: [FuzzedReader.Outcome: Int] = [:]
    // All numbers have to be tried, however long that takes.
    while index < texts.numbers || Date() < end {
      let text = texts[index]
      try place.seek(toOffset: 0)
      try place.write(contentsOf: Data("\(index) \(bytes)          ".utf8))
      // What takes longer hangs: the signal ends it.
      alarm(10)
      counts[reader.read(text), default: 0] += 1
      bytes += text.count
      index += 1
      guard counts[.changed, default: 0] == 0 else {
        print("text \(index - 1) of seed \(seed) reads otherwise when it is written")
        exit(1)
      }
    }
    alarm(0)
    print("\(bytes) \(index - first) \(counts[.refused, default: 0]) \(mostMemory())")
  }

  /// KiB resident at most.
  private static func mostMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
