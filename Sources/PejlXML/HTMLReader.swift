internal import CLibXML2

/// Reads HTML as browsers meet it: unclosed, misnested, in any encoding. Nothing is fetched and no script runs.
public enum HTMLReader {
  /// The root element of the page in `bytes`, or nil when there is nothing in it.
  ///
  /// - Parameters:
  ///   - bytes: the page.
  ///   - encoding: the name of its encoding where it is known from elsewhere; otherwise the page's own word counts.
  /// - Returns: the root with all that it holds; nothing after the first million elements (``XMLReader/elementLimit``).
  public static func parse(_ bytes: [UInt8], encoding: String? = nil) -> XMLElement? {
    guard bytes.count <= XMLReader.sizeLimit, let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    // Without the magic number the HTML parser ignores serror and prints to standard error.
    context.pointee.sax.pointee.initialized = pejl_sax2_magic()
    context.pointee.sax.pointee.serror = { _, _ in }
    let collector = IssueCollector()
    defer { withExtendedLifetime(collector) {} }
    context.pointee._private = collector.opaque
    context.pointee.sax.pointee.startElement = { user, name, attributes in
      xmlSAX2StartElement(user, name, attributes)
      guard let context = user?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      IssueCollector.countElement(of: context)
    }
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, encoding, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    return xmlDocGetRootElement(document).map { XMLElement(copying: $0) }
  }
}
