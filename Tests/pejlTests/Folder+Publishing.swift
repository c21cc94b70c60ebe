import Foundation

/// A small hearing that is to be published.
extension Folder {
  /// A hearing's folder with a small codebook and the answers given, by name.
  ///
  /// - Parameters:
  ///   - answers: the texts of the answers.
  ///   - title: the title of the annex.
  ///   - parts: what stands in `hearing.xml` before the parties, in place of a title of its own.
  ///   - rest: what stands there behind the annexes.
  /// - Returns: the folder, which goes when it is no longer held.
  /// - Throws: when something cannot be written.
  static func hearing(
    _ answers: [String: String], title: String = "Svar", parts: String = "<title>En prøve</title>",
    rest: String = ""
  ) throws -> Folder {
    let folder = try Folder()
    try folder.write(SmallCodebook.xml, "codebook.xml")
    try folder.write(
      """
      <?xml version="1.0"?>
      <hearing xmlns="urn:pejl:hearing:1" id="prove" language="da">
        \(parts)
        <respondents><respondent id="raad" kind="council" name="Rådet"/></respondents>
        <annexes><annex number="1" title="\(title)"/></annexes>
        \(rest)
      </hearing>
      """, "hearing.xml")
    for (name, text) in answers { try folder.write(text, "responses/" + name) }
    return folder
  }

  /// Decides all open findings of publish.xml.
  func decide(_ decision: String = "mask") throws {
    let text = try String(contentsOfFile: path + "/publish.xml", encoding: .utf8)
    try write(text.replacing("decision=\"open\"", with: "decision=\"\(decision)\""), "publish.xml")
  }

  /// Publishes the hearing in the folder.
  func publish() async throws -> Program.Run {
    try await Program.run(["publish", path, "--output", path + "/published"])
  }

  /// The files among what is published that show `text`, in their names or in what they hold.
  func published(with text: String) throws -> [String] {
    try contents("published").filter {
      $0.key.contains(text) || String(decoding: $0.value, as: UTF8.self).contains(text)
    }.keys.sorted()
  }
}
