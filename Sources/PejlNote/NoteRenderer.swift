public import PejlAnalysis
public import PejlReport
internal import PejlText

/// Writes the case note of a hearing as Word document, web page and XML.
///
/// The result depends on nothing but the arguments: the same analysis gives the same bytes.
public struct NoteRenderer: Sendable {
  /// A form that a note can have.
  public enum Format: String, Sendable, CaseIterable {
    /// A Word document.
    case docx
    /// A web page that stands alone and prints well.
    case html
    /// The values, in the namespace `urn:pejl:note:1`.
    case xml
  }

  private let form: NoteForm
  private let layout: NoteLayout

  /// A renderer for the note of `analysis`.
  ///
  /// - Parameters:
  ///   - analysis: the figures.
  ///   - layout: how topics are laid out.
  ///   - method: what to say of the run.
  ///   - language: what the note is written in; texts of answers stay as they are.
  /// - Throws: what is wrong with the catalogue, which is part of the program.
  public init(
    _ analysis: Analysis, layout: NoteLayout = .state, method: ReportMethod, language: ReportLanguage = .danish
  ) throws {
    form = try NoteForm(CaseNote(analysis, language: language), layout: layout, method: method, language: language)
    self.layout = layout
  }

  /// The note as a Word document.
  ///
  /// - Parameter template: the document to put it into; that of the program when nil.
  /// - Returns: the DOCX, and the placeholders of sections that the template leaves out.
  /// - Throws: ``InvalidInput`` that names an unknown placeholder and the part of the template where it stands.
  public func word(template: WordTemplate? = nil) throws -> (bytes: [UInt8], missing: [String]) {
    let document = WordDocument(
      sections: form.sections, values: form.values, title: "\(form.words["layout.\(layout.rawValue)"]): \(form.title)",
      words: form.words, template: template ?? .own(layout, words: form.words))
    let outcome = try document.write()
    return (outcome.bytes, outcome.missing)
  }

  /// The note as a web page.
  ///
  /// - Throws: what is wrong with a template, which is part of the program.
  public func page() throws -> [UInt8] { try NotePage(form: form).bytes() }

  /// The note as XML, valid by ``schema``.
  public func xml() throws -> [UInt8] { try NoteXML(form: form).bytes() }

  /// The XML Schema of notes; its text is its documentation.
  public static var schema: [UInt8] { PackageResources.note_xsd }
}
