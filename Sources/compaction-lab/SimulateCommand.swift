import ArgumentParser
import Foundation
import Lab

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Make a run without a window and print how it went.")

  @Argument(help: "A scenario or board: the path of a file, or the name of one that comes with the program.")
  var scenario: String
  @Flag(help: "Print one JSON object.")
  var json = false
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let library = try common.loadContent().library
    let report = RunReport(of: try library.subject(.source(scenario), version: kernel.kernel))
    guard json else { return print(report, terminator: "") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }
}
