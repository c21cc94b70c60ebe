import Foundation
import PejlIngest
import PejlText
import Testing

/// The documents of this folder. Those of the case hold its names, numbers and wordings; running text and persons' names are
/// replaced. All others are made up.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

  /// The document in the file of that name.
  static func document(_ name: String) async throws -> Document {
    let (documents, refusals) = await FileReader().read(path: "\(folder)/\(name)")
    guard let first = documents.first else { throw InvalidInput(refusals) }
    return first.document
  }

  /// Holds where the project's own documents are at hand.
  static let needsSeeds: ConditionTrait = .enabled(
    if: ProcessInfo.processInfo.environment["PEJL_SEEDS"] != nil, "set PEJL_SEEDS to the folder of the case's documents"
  )

  /// A document of the project's own case where `PEJL_SEEDS` names the folder that holds them.
  static func seed(_ name: String) async throws -> Document? {
    guard let folder = ProcessInfo.processInfo.environment["PEJL_SEEDS"] else { return nil }
    return await FileReader().read(path: "\(folder)/\(name)").documents.first?.document
  }
}
