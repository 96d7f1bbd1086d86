import Foundation
import Surroundings

/// Real files of an x86-64 machine with kernel 6.18, and lines of other kernels.
enum Fixture {
  static func contents(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: Repository.root + "/Tests/KernelInterfaceTests/Fixtures")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}
