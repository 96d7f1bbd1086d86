import Captures
import Comparison
import KernelInterface

extension FuzzedReader {
  /// A capture of which one file is spoiled: it is opened, and what it recorded is simulated.
  public static let captureFiles: [FuzzedReader] = MadeCapture.files.keys.sorted().map { name in
    let isInfo = name.hasSuffix("info.txt")
    let triggers = ["sync", "syncs:2", "thp:4", "hugetlb:2", "proactive:5"]
    let inputs = isInfo ? triggers.map(MadeCapture.info) : [MadeCapture.files[name] ?? []]
    // A word for each page is no text: all that can be set in it is what damage sets.
    return FuzzedReader("capture/" + name.dropFirst(2), inputs) { bytes in
      var files = MadeCapture.files
      files[name] = bytes
      return simulate(files, readsAfter: name.contains("/after/"))
    }
  }

  /// Simulates a capture, and compares it where that is asked for.
  public static func simulate(_ files: [String: [UInt8]], readsAfter: Bool = true, compares: Bool = false)
    -> Outcome
  {
    do throws(FileFailure) {
      let capture = try Capture(folder: MadeCapture.folder, files: .fake(files: files))
      let trace = try capture.trace()
      _ = capture.warnings(about: trace)
      guard !compares else {
        _ = try Comparison(capture, trace).differs
        return .read
      }
      if readsAfter { _ = try capture.after() }
      let (memory, run) = try CapturedMachine(capture).start()
      run.simulate(on: memory)
      return .read
    } catch {
      return .refused
    }
  }
}
