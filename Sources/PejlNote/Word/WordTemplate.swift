internal import PejlIngest
public import PejlReport
internal import PejlText
internal import PejlXML
internal import PejlZip

/// A Word document with placeholders that a note is put into.
public struct WordTemplate: Sendable {
  /// The parts in the order of the file.
  var parts: [ZipWriter.Entry]
  /// The name of the part that holds the text.
  let main: String
  /// The name of the part that holds the styles.
  let styles: String
  /// The file that it came from, for messages; nil for the template of the program.
  let path: String?

  /// The template of the program for a layout, in a language.
  ///
  /// - Throws: what is wrong with the catalogue, which is part of the program.
  public static func own(_ layout: NoteLayout, language: ReportLanguage = .danish) throws -> WordTemplate {
    own(layout, words: try NoteWords(language))
  }

  /// The template of the program for a layout, with the words of a catalogue.
  static func own(_ layout: NoteLayout, words: NoteWords) -> WordTemplate {
    layout == .municipal
      ? own(PackageResources.word_document_wide_xml, footer: PackageResources.word_footer_wide_xml, words)
      : own(PackageResources.word_document_xml, footer: PackageResources.word_footer_xml, words)
  }

  /// The document that quotes are put into.
  static func quotes(_ words: NoteWords) -> WordTemplate {
    own(PackageResources.word_document_quotes_xml, footer: PackageResources.word_footer_wide_xml, words)
  }

  /// A part of the program's template with each `[[key]]` replaced by the text of the catalogue.
  static func localized(_ part: [UInt8], _ words: NoteWords) -> [UInt8] {
    var result = ""
    var rest = String(decoding: part, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      result += rest[..<open.lowerBound]
      result += WordMarkup.escaped(words[String(rest[open.upperBound..<close.lowerBound])])
      rest = rest[close.upperBound...]
    }
    return Array((result + rest).utf8)
  }

  private static func own(_ document: [UInt8], footer: [UInt8], _ words: NoteWords) -> WordTemplate {
    let parts: [ZipWriter.Entry] =
      [
        .init("[Content_Types].xml", PackageResources.word_content_types_xml),
        .init("_rels/.rels", PackageResources.word_package_rels_xml),
        .init("docProps/core.xml", PackageResources.word_core_xml),
        .init("word/document.xml", document),
        .init("word/_rels/document.xml.rels", PackageResources.word_document_rels_xml),
        .init("word/styles.xml", PackageResources.word_styles_xml),
        .init("word/settings.xml", PackageResources.word_settings_xml),
        .init("word/header1.xml", PackageResources.word_header_xml),
        .init("word/footer1.xml", footer),
      ]
    return WordTemplate(
      parts: parts.map { .init($0.name, localized($0.bytes, words)) }, main: "word/document.xml",
      styles: "word/styles.xml", path: nil)
  }

  private init(parts: [ZipWriter.Entry], main: String, styles: String, path: String?) {
    self.parts = parts
    self.main = main
    self.styles = styles
    self.path = path
  }

  /// The template in the bytes of a DOCX.
  ///
  /// - Throws: ``InvalidInput`` when it is no DOCX, is damaged, holds macros, embedded programs or links to other files
  ///   that Word would fetch; the message names the part.
  public init(_ bytes: [UInt8], path: String) throws {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes, limits: ReadingLimits())
    } catch is InvalidInput {
      throw Self.refusal("no-docx", "this is no Word document (DOCX); open it in Word and save it as .docx", path)
    }
    try Self.refuseActive(archive.names, path: path)
    guard archive.contains("[Content_Types].xml"), archive.contains("word/document.xml") else {
      throw Self.refusal(
        "no-docx", "this is no Word document (DOCX): it has no word/document.xml; open it in Word and save it as .docx",
        path)
    }
    var parts: [ZipWriter.Entry] = []
    for name in archive.names where !name.hasSuffix("/") {
      guard let content = try archive.read(name) else { continue }
      if name.hasSuffix(".xml") || name.hasSuffix(".rels") { try Self.check(content, name: name, path: path) }
      parts.append(ZipWriter.Entry(name, content))
    }
    let types = parts.first { $0.name == "[Content_Types].xml" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    guard !types.contains("macroEnabled"), !types.contains("vbaProject") else {
      throw Self.refusal("macros", "[Content_Types].xml says that the template holds macros; save it as .docx", path)
    }
    guard archive.contains("word/styles.xml") else {
      throw Self.refusal("no-styles", "the template has no word/styles.xml; open it in Word and save it again", path)
    }
    self.init(parts: parts, main: "word/document.xml", styles: "word/styles.xml", path: path)
  }

  /// The bytes of the template as a DOCX.
  public func bytes() throws -> [UInt8] { try ZipWriter().write(parts) }

  /// The text of a part, or nil when there is none.
  func text(_ name: String) -> String? {
    parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Puts `text` into a part.
  mutating func set(_ text: String, _ name: String) {
    guard let index = parts.firstIndex(where: { $0.name == name }) else { return }
    parts[index] = ZipWriter.Entry(name, Array(text.utf8))
  }

  /// The names of the parts that may hold placeholders: text, headers, footers.
  var written: [String] {
    parts.map(\.name).filter { name in
      name == main
        || name.hasSuffix(".xml") && (name.hasPrefix("word/header") || name.hasPrefix("word/footer"))
    }
  }

  /// Where a problem of a part stands.
  func place(_ part: String) -> String { path.map { "\($0) (\(part))" } ?? part }

  private static func refuseActive(_ names: [String], path: String) throws {
    for name in names {
      let small = name.lowercased()
      if small.hasSuffix("vbaproject.bin") || small.contains("vbadata") || small.contains("/macros/") {
        throw refusal("macros", "the template holds macros (\(name)); save it as .docx without them", path)
      }
      if small.contains("/activex/") || small.contains("/embeddings/") {
        throw refusal(
          "embedded", "the template holds an embedded object (\(name)); take it out and save it again", path)
      }
    }
  }

  private static func check(_ content: [UInt8], name: String, path: String) throws {
    let root: XMLElement
    do {
      root = try XMLReader.parse(content, path: name)
    } catch let error as InvalidInput {
      let reason = error.diagnostics.first?.message ?? "it is not well-formed"
      throw refusal("part", "\(name) cannot be read: \(reason)", path)
    }
    guard name.hasSuffix(".rels") else {
      if name == "word/document.xml", !String(decoding: content, as: UTF8.self).contains("<w:body") {
        throw refusal("no-docx", "word/document.xml has no <w:body>; open the template in Word and save it again", path)
      }
      return
    }
    for relation in root.elements where relation["TargetMode"] == "External" {
      let type = relation["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      guard type == "hyperlink" else {
        throw refusal(
          "external", "\(name) refers to another file (\(type)), which Word would fetch; take the reference out", path)
      }
    }
  }

  private static func refusal(_ code: String, _ message: String, _ path: String) -> InvalidInput {
    InvalidInput(code: "template.\(code)", message, path: path)
  }
}
