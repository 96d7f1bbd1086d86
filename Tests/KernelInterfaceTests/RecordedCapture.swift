import Surroundings
import Testing

@testable import KernelInterface

/// The recordings kept in the repository: real runs of real kernels.
enum RecordedCapture {
  static let names = [
    "arm64-6.1-1g-hugetlb", "arm64-6.1-1g-thp", "arm64-6.1-2g-sync", "arm64-6.1-4g-proactive",
    "arm64-6.1-512m-sync", "arm64-6.12-1g-thp", "arm64-6.12-2g-sync", "arm64-6.12-512m-hugetlb",
  ]

  /// A file of a capture, decompressed.
  static func contents(_ name: String, _ file: String) throws -> [UInt8] {
    try CaptureFolder(path: Repository.recording(name), files: .system).contents(of: file)
  }
}
