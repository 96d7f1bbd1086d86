import Fuzzing
import Testing

@testable import KernelInterface

@Suite("A damaged file is read or refused, never a crash")
struct DamagedFileTests {
  /// Damages `bytes` in `rounds` ways. What is read all the same has to read the same when written.
  private func damage<File: KernelFile>(_ type: File.Type, _ bytes: [UInt8], rounds: Int = 600) {
    var damage = Damage(seed: UInt64(bytes.count))
    var refused = 0
    for _ in 0..<rounds {
      let damaged = damage.apply(to: bytes)
      do throws(FormatError) {
        let file = try File(parsing: damaged, file: "damaged")
        #expect(try File(parsing: file.bytes, file: "written") == file)
      } catch {
        #expect(error.description.hasPrefix("damaged"))
        refused += 1
      }
    }
    #expect(refused > rounds / 20)
  }

  /// The first and last lines of a recording's file: real, and small enough to be damaged often.
  private func extract(_ capture: String, _ file: String, lines: Int = 40) throws -> [UInt8] {
    let all = try RecordedCapture.contents(capture, file).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard all.count > 2 * lines else { return Array(all.joined(separator: [UInt8(ascii: "\n")])) }
    let kept = (all.prefix(lines) + all.suffix(lines)).filter { $0.count < 2000 }
    return Array(kept.joined(separator: [UInt8(ascii: "\n")]))
  }

  @Test("buddyinfo") func buddyInfo() throws {
    damage(BuddyInfo.self, try Fixture.contents("x86_64-6.18/buddyinfo"))
  }

  @Test("pagetypeinfo") func pageTypeInfo() throws {
    damage(PageTypeInfo.self, try Fixture.contents("x86_64-6.18/pagetypeinfo"))
  }

  @Test("zoneinfo") func zoneInfo() throws {
    damage(ZoneInfo.self, try Fixture.contents("x86_64-6.18/zoneinfo"))
  }

  @Test("vmstat") func vmstat() throws { damage(VMStat.self, try Fixture.contents("x86_64-6.18/vmstat")) }

  @Test("meminfo") func memInfo() throws { damage(MemInfo.self, try Fixture.contents("x86_64-6.18/meminfo")) }

  @Test("extfrag_index and unusable_index") func indices() throws {
    damage(ExtfragIndex.self, try Fixture.contents("x86_64-6.18/extfrag.extfrag_index"))
    damage(UnusableIndex.self, try Fixture.contents("x86_64-6.18/extfrag.unusable_index"))
  }

  @Test("iomem") func ioMem() throws {
    damage(IOMem.self, try extract("arm64-6.1-4g-proactive", "before/iomem"))
  }

  @Test("info.txt") func info() throws {
    damage(CaptureInfo.self, try extract("arm64-6.1-512m-sync", "info.txt"))
  }

  @Test("pageblocks") func pageBlocks() throws {
    damage(PageBlocks.self, try extract("arm64-6.1-512m-sync", "before/pageblocks"))
  }

  @Test("freelists") func freeLists() throws {
    damage(FreeLists.self, try extract("arm64-6.1-512m-sync", "after/freelists"))
    damage(FreeLists.self, try extract("arm64-6.12-1g-thp", "after/freelists"))
  }

  @Test("pinned") func pinned() throws {
    damage(PinnedPages.self, try extract("arm64-6.12-1g-thp", "before/pinned"))
  }

  @Test("trace") func trace() throws {
    damage(Trace.self, try Fixture.contents("x86_64-6.18/trace"), rounds: 450)
    damage(Trace.self, try extract("arm64-6.12-1g-thp", "trace"), rounds: 450)
    damage(Trace.self, try extract("arm64-6.1-1g-hugetlb", "trace"), rounds: 450)
  }

  @Test("Compressed data") func zstd() throws {
    let words = [UInt8](repeating: 0, count: 100_000) + (0..<2000).map { UInt8(truncatingIfNeeded: $0 * $0) }
    let compressed = Zstd.compress(words)
    var damage = Damage(seed: 7)
    var refused = 0
    for _ in 0..<300 {
      do throws(FormatError) {
        let output = try Zstd.decompress(damage.apply(to: compressed), file: "damaged", limit: 1 << 24)
        #expect(output.count <= 1 << 24)
      } catch {
        #expect(error.file == "damaged")
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test("What another program prints of buddyinfo")
  func recognized() throws {
    let metrics = (0..<11).map { "node_buddyinfo_blocks{node=\"0\",size=\"\($0)\",zone=\"DMA\"} \($0 * 7)\n" }
    var damage = Damage(seed: 11)
    var refused = 0
    for _ in 0..<600 {
      do throws(FormatError) {
        _ = try BuddyInfo(recognizing: damage.apply(to: Array(metrics.joined().utf8)), file: "damaged")
      } catch {
        #expect(error.file == "damaged")
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test("A capture, whichever of its files is damaged")
  func capture() throws {
    let whole = try Capture(folder: "t", files: .fake(files: MadeCapture.files))
    #expect(whole.warnings == [])
    #expect(try whole.after().warnings == [])
    var damage = Damage(seed: 5)
    var refused = 0
    for round in 0..<1500 {
      var files = MadeCapture.files
      let name = files.keys.sorted()[round % files.count]
      files[name] = damage.apply(to: files[name] ?? [])
      do throws(FileFailure) {
        let capture = try Capture(folder: "t", files: .fake(files: files))
        _ = try capture.after()
        _ = capture.warnings(about: try capture.trace())
      } catch {
        #expect(error.description.hasPrefix("t/"))
        refused += 1
      }
    }
    #expect(refused > 300)
  }

  @Test(
    "Every number of a made file, set to what numbers are seldom",
    arguments: FuzzedReader.kernelFiles.map(\.name))
  func numbers(name: String) throws {
    let reader = try #require(FuzzedReader.kernelFiles.first { $0.name == name })
    let texts = FuzzedReader.Texts(reader, seed: 1)
    #expect(texts.numbers > 0 && texts.numbers <= 200 * 6 * reader.inputs.count)
    for input in reader.inputs { #expect(reader.read(input) == .read) }
    for index in 0..<texts.numbers + 200 {
      #expect(reader.read(texts[index]) != .changed, "text \(index) of seed 1")
    }
  }
}
