import Foundation

/// Memory of this process in huge pages of 2 MiB where the kernel has them, given back with the last reference.
public final class HugePages: Sendable {
  private static let pageSize = 2 << 20

  private let address: UInt
  private let length: Int
  /// How many areas of 2 MiB were touched.
  public let touched: Int

  /// Asks for a region with `MADV_HUGEPAGE` and touches it, upwards, 2 MiB by 2 MiB; nil if there is no room.
  init?(megabytes: Int, goOn: () -> Bool) {
    let (bytes, overflow) = max(2, megabytes).multipliedReportingOverflow(by: 1 << 20)
    guard !overflow else { return nil }
    length = bytes + Self.pageSize
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let region = mmap(nil, length, PROT_READ | PROT_WRITE, flags, -1, 0), region != MAP_FAILED else {
      return nil
    }
    address = UInt(bitPattern: region)
    let misaligned = Int(address % UInt(Self.pageSize))
    let first = region + (misaligned == 0 ? 0 : Self.pageSize - misaligned)
    madvise(first, bytes, MADV_HUGEPAGE)
    var touched = 0
    while touched < bytes / Self.pageSize, goOn() {
      (first + touched * Self.pageSize).storeBytes(of: 1, as: UInt8.self)
      touched += 1
    }
    self.touched = touched
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), length) }
}
