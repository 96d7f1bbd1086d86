// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that the program's build knows nothing of benchmarks.
//
//     swift run -c release --package-path Tests/Benchmarks benchmarks

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "compaction-lab", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [.product(name: "CompactionLabModules", package: "compaction-lab")])
  ],
  swiftLanguageModes: [.v6]
)
