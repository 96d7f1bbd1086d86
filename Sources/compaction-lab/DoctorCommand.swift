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
    let findings = [content, fonts, display, keys] + KernelFileFinding.all
    for finding in findings { try Output.line(finding.description) }
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

/// Files of the kernel's that the program can use, and for what.
private enum KernelFileFinding {
  static var all: [DoctorCommand.Finding] {
    [
      finding(BuddyInfo.self, "/proc/buddyinfo", "free blocks of this machine beside the simulated ones"),
      finding(
        ZoneInfo.self, "/proc/zoneinfo", "which of this machine’s zones a simulated one is a picture of"),
      finding(VMStat.self, "/proc/vmstat", "this machine's compaction counters"),
      finding(PageTypeInfo.self, "/proc/pagetypeinfo", "free blocks by migratetype, root only"),
    ]
  }

  /// Good is what can be read, and says what such a file says: the window reads it no otherwise.
  private static func finding<File: KernelFile>(
    _ type: File.Type, _ path: String, _ use: String
  ) -> DoctorCommand.Finding {
    func no(_ reason: some Error) -> DoctorCommand.Finding {
      .init(name: path, isGood: false, detail: "\(reason); without it: no \(use)")
    }
    do throws(FileFailure) {
      let bytes = try FileReading.system.contents(path)
      do throws(FormatError) {
        _ = try File(recognizing: bytes, file: path)
        return .init(name: path, isGood: true, detail: use)
      } catch {
        return no(error)
      }
    } catch {
      return no(error)
    }
  }
}
