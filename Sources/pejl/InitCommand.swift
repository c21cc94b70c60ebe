internal import ArgumentParser
internal import PejlPipeline

/// Makes the folder of a new hearing.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes the folder of a new hearing from commented templates.",
    discussion: """
      Example: pejl init hoeringer/aeldrestrategi

      The folder gets hearing.xml, codebook.xml with its parts, and responses/ for the answers. Nothing that stands there is \
      overwritten.
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  @OptionGroup var verbosity: Verbosity

  func run() throws {
    for file in try NewHearing.make(folder) where !verbosity.quiet { print("\(folder)/\(file)") }
    guard !verbosity.quiet else { return }
    print(
      """
      Next:
        pejl hearing import AGENDA-ITEM --output \(folder)/hearing.xml
        pejl codebook derive STRATEGY --output \(folder)/codebook.xml
        correct the two drafts, put the answers into \(folder)/responses/
        pejl codebook check \(folder)/codebook.xml
        pejl analyse \(folder)
      """)
  }
}
