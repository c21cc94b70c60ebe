/// Writes small DOCX files.
struct TestWord {
  var body = ""
  var parts: [(String, String)] = []
  private var relations = ""

  init(_ body: String) { self.body = body }

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
    """

  /// The same with another part that the document refers to by `id`.
  func adding(_ id: String, _ type: String, _ root: String, _ content: String) -> TestWord {
    var result = self
    result.parts.append(("word/\(id).xml", "<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"))
    result.relations += #"<Relationship Id="\#(id)" Type="http://x/relationships/\#(type)" Target="\#(id).xml"/>"#
    return result
  }

  var bytes: [UInt8] {
    let relation = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    return TestZip.write(
      [
        ("[Content_Types].xml", "<Types/>"),
        (
          "_rels/.rels",
          relation
            + #"<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#
        ),
        ("word/document.xml", "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"),
        ("word/_rels/document.xml.rels", relation + relations + "</Relationships>"),
        (
          "docProps/core.xml",
          """
          <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:title>Titlen</dc:title>\
          <dc:creator>Anna Ås</dc:creator><t:modified>2024-03-01T10:00:00Z</t:modified></cp:coreProperties>
          """
        ),
      ] + parts)
  }

  /// A paragraph of one run.
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A run.
  static func r(_ content: String) -> String { "<w:r>\(content)</w:r>" }
}
