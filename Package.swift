// swift-tools-version: 6.0
import PackageDescription

// One target per room of the house; `Sources/README.md` draws it. A target may import only what is
// listed here, so the manifest is what keeps the house in order.

/// For rooms whose tests would take minutes without it.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "compaction-lab",
  products: [
    .executable(name: "compaction-lab", targets: ["compaction-lab"]),
    // For the benchmarks, a package of their own in Tests/Benchmarks.
    .library(
      name: "CompactionLabModules",
      targets: [
        "Simulation", "Scenarios", "Documents", "Words", "Canvas", "Typography", "Stage", "Window", "Runs",
        "Lab",
        "RandomHand", "Surroundings",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Level 0: libraries of the system. No pkg-config: its flags would print warnings, and Debian
    // keeps these headers where the compiler looks anyway.
    .systemLibrary(name: "CSDL", providers: [.apt(["libsdl2-dev", "libsdl2-ttf-dev"])]),
    .systemLibrary(name: "CFontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"])]),

    // Level 1: what imports nothing.
    // Optimised in debug builds too: its tests compare the whole memory at every step of a thousand runs.
    .target(name: "Simulation", swiftSettings: optimised),
    .target(name: "Words"),
    .target(name: "Background"),

    // Level 2
    .target(name: "Documents", dependencies: ["Yams", "Words"]),
    // This one too: its tests, and those of all that draws, paint and compare thousands of pictures.
    .target(name: "Canvas", dependencies: ["CPNG"], swiftSettings: optimised),
    .target(name: "KernelInterface", dependencies: ["Background", "CZstd"]),

    // Level 3
    // These age boards and go through whole runs.
    .target(name: "Scenarios", dependencies: ["Simulation", "Documents"], swiftSettings: optimised),
    .target(name: "Lessons", dependencies: ["Simulation", "Documents", "CMark"]),
    .target(
      name: "Captures", dependencies: ["Simulation", "KernelInterface", "Words"], swiftSettings: optimised),
    .target(name: "UserFiles", dependencies: ["Background", "Canvas", "Documents"]),
    .target(name: "Typography", dependencies: ["Canvas", "CSDL", "CFontconfig"]),

    // Level 4
    .target(name: "Stage", dependencies: ["Canvas", "Simulation", "Words"], swiftSettings: optimised),
    .target(
      name: "Comparison", dependencies: ["Captures", "Simulation", "KernelInterface", "Words"],
      swiftSettings: optimised),
    .target(
      name: "Runs",
      dependencies: [
        "Lessons", "Scenarios", "Captures", "KernelInterface", "Documents", "Simulation", "Background",
        "Words",
      ], swiftSettings: optimised),

    // Level 5
    .target(name: "Window", dependencies: ["Stage", "Canvas", "Background", "CSDL"]),
    .target(
      name: "Lab",
      dependencies: [
        "Runs", "Stage", "Lessons", "Scenarios", "KernelInterface", "UserFiles", "Typography", "Canvas",
        "Documents", "Simulation", "Background", "Words",
      ]),

    // Level 6
    .executableTarget(
      name: "compaction-lab",
      dependencies: [
        "Lab", "Window", "Runs", "Stage", "Typography", "Lessons", "Scenarios", "KernelInterface", "Canvas",
        "Documents", "UserFiles", "Simulation", "Captures", "Comparison", "Background", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // A hand for tests and benchmarks, no part of the program.
    .target(
      name: "RandomHand", dependencies: ["Lab", "Runs", "Stage", "Canvas", "Simulation"],
      path: "Tests/RandomHand"),

    // What tests of several rooms have around them: the repository, a folder, a display.
    .target(name: "Surroundings", path: "Tests/Surroundings"),

    // Spoiled files for every reader: a few in the tests, many by `.ci/fuzz`.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Surroundings", "KernelInterface", "Captures", "Comparison", "Scenarios", "Lessons", "Documents",
        "Simulation",
      ], path: "Tests/Fuzzing"),
    .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz"),

    .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
    .testTarget(name: "WordsTests", dependencies: ["Words"]),
    .testTarget(name: "BackgroundTests", dependencies: ["Background"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Surroundings", "Documents", "Simulation", "Words"]),
    .testTarget(name: "CanvasTests", dependencies: ["Surroundings", "Canvas", "Simulation"]),
    .testTarget(
      name: "KernelInterfaceTests",
      dependencies: ["Surroundings", "Fuzzing", "KernelInterface", "Simulation"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ScenariosTests", dependencies: ["Surroundings", "Scenarios", "Documents", "Simulation"]),
    .testTarget(
      name: "CapturesTests",
      dependencies: ["Surroundings", "Captures", "Simulation", "KernelInterface", "Documents", "Words"]),
    .testTarget(name: "UserFilesTests", dependencies: ["Surroundings", "UserFiles", "Canvas", "Documents"]),
    .testTarget(name: "TypographyTests", dependencies: ["Surroundings", "Typography", "Canvas"]),
    .testTarget(
      name: "StageTests",
      dependencies: ["Surroundings", "Stage", "Simulation", "Canvas", "Typography", "Words", "Documents"],
      exclude: ["Golden"], swiftSettings: optimised),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Surroundings", "Fuzzing", "Comparison", "Captures", "Simulation", "KernelInterface"]),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["Surroundings", "Lessons", "Scenarios", "Documents", "Simulation"]),
    .testTarget(
      name: "RunsTests",
      dependencies: [
        "Surroundings", "Runs", "Lessons", "Scenarios", "Captures", "KernelInterface", "Documents",
        "Simulation", "Words",
      ]),
    .testTarget(name: "WindowTests", dependencies: ["Surroundings", "Window", "Stage", "Canvas", "CSDL"]),
    .testTarget(
      name: "LabTests",
      dependencies: [
        "Surroundings", "Fuzzing", "Lab", "Runs", "RandomHand", "Stage", "Canvas", "Scenarios", "Simulation",
        "Lessons", "Documents", "UserFiles",
      ]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["Surroundings", "compaction-lab", "Canvas", "KernelInterface"]),
    // Optimised: it cuts every file of the repository into tokens.
    .testTarget(
      name: "HouseTests", dependencies: ["Surroundings", "Documents", "Words"], swiftSettings: optimised),
  ],
  swiftLanguageModes: [.v6]
)
