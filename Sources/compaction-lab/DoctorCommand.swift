import ArgumentParser
import Canvas
import Documents
import KernelInterface
import Lab
import Typography
import Window

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what this machine offers: display, fonts, kernel files, content.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let findings = [content, fonts, display, keys] + KernelFileFinding.all.map(\.finding)
    for finding in findings { print(finding) }
    if findings.contains(where: { $0.isNeeded && !$0.isGood }) { throw Failure.NotSo() }
  }

  /// One line of the examination.
  struct Finding: CustomStringConvertible {
    var name: String
    var isGood: Bool
    /// Whether the window can't do without it.
    var isNeeded = false
    var detail: String
    var description: String { "\(isGood ? "ok     " : isNeeded ? "MISSING" : "no     ")  \(name): \(detail)" }
  }

  private var content: Finding {
    do {
      let content = try common.loadContent()
      return Finding(
        name: "content", isGood: true, isNeeded: true,
        detail: "\(content.folder.path), \(content.menu.count) entries in the menu")
    } catch {
      return Finding(name: "content", isGood: false, isNeeded: true, detail: "\(error)")
    }
  }

  private var keys: Finding {
    let file = KeysFile.standard
    let error = file.load().errors.first
    return Finding(
      name: "own keys", isGood: error == nil,
      detail: error.map { "\($0); until it is mended the usual keys are used" } ?? file.path)
  }

  private var fonts: Finding {
    do throws(FontError) {
      let book = try FontBook()
      let families = [Face.sans, .mono].map { book[$0].family }
      return Finding(name: "fonts", isGood: true, isNeeded: true, detail: families.joined(separator: ", "))
    } catch {
      return Finding(name: "fonts", isGood: false, isNeeded: true, detail: "\(error)")
    }
  }

  private var display: Finding {
    MainActor.assumeIsolated {
      do throws(WindowError) {
        let name = try Window.probeDisplay()
        return Finding(name: "display", isGood: true, isNeeded: true, detail: name)
      } catch {
        return Finding(name: "display", isGood: false, isNeeded: true, detail: "\(error)")
      }
    }
  }
}

/// A file of the kernel's that the program can use, and for what.
private struct KernelFileFinding {
  var path: String
  var use: String

  static let all = [
    KernelFileFinding(path: "/proc/buddyinfo", use: "free blocks of this machine beside the simulated ones"),
    KernelFileFinding(path: "/proc/vmstat", use: "this machine's compaction counters"),
    KernelFileFinding(path: "/proc/pagetypeinfo", use: "free blocks by migratetype, root only"),
  ]

  var finding: DoctorCommand.Finding {
    do throws(FileFailure) {
      _ = try FileReading.system.contents(path)
      return .init(name: path, isGood: true, detail: use)
    } catch {
      return .init(name: path, isGood: false, detail: "\(error); without it: no \(use)")
    }
  }
}
