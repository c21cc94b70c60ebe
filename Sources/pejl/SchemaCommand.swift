internal import ArgumentParser
internal import PejlCodebook
internal import PejlHearing

/// Prints an XML Schema.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the XML Schema of a file that Pejl reads or writes.",
    discussion: "Example: pejl schema codebook > codebook.xsd")

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case codebook, hearing
  }

  @Argument(help: "Which schema: \(Name.allCases.map(\.rawValue).joined(separator: ", ")).")
  var name: Name

  func run() throws {
    let bytes =
      switch name {
      case .codebook: CodebookReader.schema
      case .hearing: HearingReader.schema
      }
    print(String(decoding: bytes, as: UTF8.self), terminator: "")
  }
}
