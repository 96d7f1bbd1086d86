import Testing

@testable import KernelInterface

@Suite("Every text file of every recording is written back byte for byte")
struct RoundTripTests {
  private func check<File: KernelFile>(_ type: File.Type, _ capture: String, _ file: String) throws {
    let bytes = try RecordedCapture.contents(capture, file)
    let written = try File(parsing: bytes, file: file).bytes
    // Not compared by #expect: it would print megabytes.
    let same = written == bytes
    #expect(same, "\(capture)/\(file) differs from byte \(zip(written, bytes).prefix { $0 == $1 }.count) on")
  }

  private func checkBoth<File: KernelFile>(_ type: File.Type, _ capture: String, _ file: String) throws {
    try check(type, capture, "before/\(file)")
    try check(type, capture, "after/\(file)")
  }

  @Test("buddyinfo", arguments: RecordedCapture.names)
  func buddyInfo(name: String) throws { try checkBoth(BuddyInfo.self, name, "buddyinfo") }

  @Test("pagetypeinfo", arguments: RecordedCapture.names)
  func pageTypeInfo(name: String) throws { try checkBoth(PageTypeInfo.self, name, "pagetypeinfo") }

  @Test("zoneinfo", arguments: RecordedCapture.names)
  func zoneInfo(name: String) throws { try checkBoth(ZoneInfo.self, name, "zoneinfo") }

  @Test("vmstat", arguments: RecordedCapture.names)
  func vmstat(name: String) throws { try checkBoth(VMStat.self, name, "vmstat") }

  @Test("meminfo", arguments: RecordedCapture.names)
  func memInfo(name: String) throws { try checkBoth(MemInfo.self, name, "meminfo") }

  @Test("iomem", arguments: RecordedCapture.names)
  func ioMem(name: String) throws { try checkBoth(IOMem.self, name, "iomem") }

  @Test("extfrag_index", arguments: RecordedCapture.names)
  func extfragIndex(name: String) throws { try checkBoth(ExtfragIndex.self, name, "extfrag.extfrag_index") }

  @Test("unusable_index", arguments: RecordedCapture.names)
  func unusableIndex(name: String) throws {
    try checkBoth(UnusableIndex.self, name, "extfrag.unusable_index")
  }

  @Test("pageblocks", arguments: RecordedCapture.names)
  func pageBlocks(name: String) throws { try checkBoth(PageBlocks.self, name, "pageblocks") }

  @Test("freelists", arguments: RecordedCapture.names)
  func freeLists(name: String) throws { try checkBoth(FreeLists.self, name, "freelists") }

  @Test("pinned", arguments: RecordedCapture.names)
  func pinned(name: String) throws { try checkBoth(PinnedPages.self, name, "pinned") }

  @Test("info.txt", arguments: RecordedCapture.names)
  func info(name: String) throws { try check(CaptureInfo.self, name, "info.txt") }

  @Test("trace", arguments: RecordedCapture.names)
  func trace(name: String) throws { try check(Trace.self, name, "trace") }
}
