internal import CLibXML2
public import PejlText

/// An XML Schema that documents are validated against.
public struct XMLSchema: Sendable {
  private let bytes: [UInt8]

  /// The schema in `bytes`; it is compiled at each validation.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Validates the document in `document`.
  ///
  /// - Parameters:
  ///   - document: well-formed XML that ``XMLReader`` has accepted.
  ///   - path: the name of the file, for messages.
  /// - Returns: what the schema does not allow, with lines; empty when the document is valid.
  /// - Throws: ``InvalidInput`` when the schema itself cannot be used.
  public func validate(_ document: [UInt8], path: String? = nil) throws -> [Diagnostic] {
    let collector = IssueCollector()
    return try withExtendedLifetime(collector) {
      let parser = bytes.withUnsafeBytes { buffer in
        xmlSchemaNewMemParserCtxt(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      }
      guard let parser else { throw InvalidInput(code: "xml.schema", "the schema cannot be read") }
      defer { xmlSchemaFreeParserCtxt(parser) }
      xmlSchemaSetParserStructuredErrors(parser, IssueCollector.handler, collector.opaque)
      guard let schema = xmlSchemaParse(parser) else {
        throw InvalidInput(collector.diagnostics(code: "xml.schema", path: "schema"))
      }
      defer { xmlSchemaFree(schema) }
      guard let context = xmlSchemaNewValidCtxt(schema) else {
        throw InvalidInput(code: "xml.schema", "the schema cannot be used")
      }
      defer { xmlSchemaFreeValidCtxt(context) }
      xmlSchemaSetValidStructuredErrors(context, IssueCollector.handler, collector.opaque)
      let options = Int32(XML_PARSE_NONET.rawValue)
      let tree = document.withUnsafeBytes { buffer in
        xmlReadMemory(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
          options | Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
      }
      guard let tree else {
        throw InvalidInput(code: "xml.not-well-formed", "the file is not well-formed XML", path: path)
      }
      defer { xmlFreeDoc(tree) }
      let outcome = xmlSchemaValidateDoc(context, tree)
      let found = collector.diagnostics(code: "xml.not-valid", path: path)
      guard outcome != 0, found.isEmpty else { return found }
      return [Diagnostic(.error, code: "xml.not-valid", "the document is not valid", path: path)]
    }
  }
}
