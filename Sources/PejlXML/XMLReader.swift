internal import CLibXML2
internal import PejlText

/// Reads XML from untrusted sources: no network, no entities, no DOCTYPE, bounded size and depth.
public enum XMLReader {
  /// The greatest number of bytes that is read, 64 MiB.
  public static let sizeLimit = 64 << 20
  /// The greatest number of bytes that is read in parts, 1 GiB.
  public static let sizeLimitInParts = 1 << 30
  /// The greatest number of elements that is read, a million; in parts, that one part may have.
  public static let elementLimit = 1_000_000

  /// The root element of the document in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the document in any encoding that its declaration names.
  ///   - path: the name of the file, for messages.
  /// - Returns: the root with all that it holds.
  /// - Throws: ``InvalidInput`` when it is too large, has a DOCTYPE, or is not well-formed; with the line.
  public static func parse(_ bytes: [UInt8], path: String? = nil) throws -> XMLElement {
    try parse(bytes, path, IssueCollector(), sizeLimit: sizeLimit)
  }

  /// Reads the document in `bytes` in parts: for files that grow with the hearing. Of a document that turns out to be damaged,
  /// the parts before the damage are handed on.
  ///
  /// - Parameters:
  ///   - bytes: the document in any encoding that its declaration names.
  ///   - path: the name of the file, for messages.
  ///   - part: is given each child element of the root in turn.
  /// - Returns: the root without its child elements.
  /// - Throws: ``InvalidInput`` when it is too large, has a DOCTYPE, or is not well-formed; with the line; what `part` throws.
  @discardableResult
  public static func parse(
    _ bytes: [UInt8], path: String? = nil, part: (XMLElement) throws -> Void
  ) throws -> XMLElement {
    try withoutActuallyEscaping(part) { part in
      let collector = IssueCollector()
      collector.takePart = part
      defer { collector.takePart = nil }
      return try parse(bytes, path, collector, sizeLimit: sizeLimitInParts)
    }
  }

  private static func parse(
    _ bytes: [UInt8], _ path: String?, _ collector: IssueCollector, sizeLimit: Int
  ) throws -> XMLElement {
    guard bytes.count <= sizeLimit else {
      throw InvalidInput(code: "xml.too-large", "the XML is larger than \(sizeLimit >> 20) MB", path: path)
    }
    let root = withExtendedLifetime(collector) { parse(bytes, collector) }
    if let failure = collector.failure { throw failure }
    if let doctype = collector.issues.first(where: { $0.message == doctypeMessage }) {
      throw InvalidInput(
        code: "xml.doctype", "a DOCTYPE is not allowed; remove it (entities and external files are never read)",
        path: path, line: doctype.line)
    }
    if collector.issues.contains(where: { $0.message == IssueCollector.tooManyMessage }) {
      throw InvalidInput(
        code: "xml.too-large", "the XML has more than \(elementLimit) elements", path: path)
    }
    guard let root, !collector.issues.contains(where: \.isFatal) else {
      let found = collector.diagnostics(code: "xml.not-well-formed", path: path)
      throw found.isEmpty
        ? InvalidInput(code: "xml.not-well-formed", "the file holds no XML document", path: path) : InvalidInput(found)
    }
    return root
  }

  private static let doctypeMessage = "DOCTYPE"

  private static func parse(_ bytes: [UInt8], _ collector: IssueCollector) -> XMLElement? {
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    // The tree builder needs userData to stay the context, so the collector travels in _private.
    context.pointee._private = collector.opaque
    context.pointee.sax.pointee.serror = { user, error in
      guard let own = user?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return }
      IssueCollector.handler(own, error)
    }
    context.pointee.sax.pointee.startElementNs = { user, name, prefix, uri, spaces, space, count, defaults, values in
      xmlSAX2StartElementNs(user, name, prefix, uri, spaces, space, count, defaults, values)
      if let user { IssueCollector.countElement(of: user.assumingMemoryBound(to: xmlParserCtxt.self)) }
    }
    context.pointee.sax.pointee.internalSubset = { user, _, _, _ in
      guard let user else { return }
      let context = user.assumingMemoryBound(to: xmlParserCtxt.self)
      if let own = context.pointee._private {
        Unmanaged<IssueCollector>.fromOpaque(own).takeUnretainedValue().add(
          XMLReader.doctypeMessage, line: Int(xmlSAX2GetLineNumber(user)), isFatal: true)
      }
      xmlStopParser(context)
    }
    if collector.takePart != nil {
      context.pointee.sax.pointee.endElementNs = { user, name, prefix, uri in
        let context = user?.assumingMemoryBound(to: xmlParserCtxt.self)
        let ended = context?.pointee.node
        xmlSAX2EndElementNs(user, name, prefix, uri)
        if let context, let ended { IssueCollector.handOn(ended, of: context) }
      }
    }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard context.pointee.wellFormed == 1, let root = xmlDocGetRootElement(document) else { return nil }
    return XMLElement(copying: root)
  }
}

extension XMLElement {
  /// A copy of a C element and all that it holds.
  convenience init(copying node: xmlNodePtr) {
    var attributes: [(name: String, value: String)] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      var value = ""
      var child = current.pointee.children
      while let piece = child {
        if let content = piece.pointee.content { value += String(cString: content) }
        child = piece.pointee.next
      }
      attributes.append((String(cString: current.pointee.name), value))
      attribute = current.pointee.next
    }
    var children: [XMLNode] = []
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(XMLElement(copying: current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { children.append(.text(String(cString: content))) }
      default: break
      }
      child = current.pointee.next
    }
    self.init(
      name: String(cString: node.pointee.name), namespace: node.pointee.ns?.pointee.href.map { String(cString: $0) },
      attributes: attributes, children: children, line: xmlGetLineNo(node))
  }
}
