internal import PejlText

/// A response as a line of newline-delimited JSON gives it.
struct ResponseLine {
  let id: String
  let text: [UInt8]
  let file: String?
  let metadata: Document.Metadata

  /// What is wrong with a line, and its identifier as far as that could be read.
  struct Fault: Error {
    let id: String?
    let message: String
  }

  /// The response in the line `bytes`.
  init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Fault(
        id: nil,
        message:
          "the line is no JSON: \(error.message) at byte \(error.column); write {\"id\":…,\"text\":…} on one line")
    }
    guard case .object = value else {
      throw Fault(id: nil, message: "the line is no JSON object; write {\"id\":…,\"text\":…} on one line")
    }
    let found: String? = value["id"].flatMap { $0.text ?? $0.integer.map(String.init) }
    guard let id = found, !id.isEmpty else {
      throw Fault(id: nil, message: "the line has no \"id\"; give each response a string or a whole number of its own")
    }
    guard case .string(let text)? = value["text"] else {
      throw Fault(id: id, message: "the line has no \"text\"; give the answer as a string")
    }
    for name in ["file", "respondent", "date"] where value[name] != nil && value[name]?.text == nil {
      throw Fault(id: id, message: "\"\(name)\" is no string; write it in quotation marks or leave it out")
    }
    self.id = id
    self.text = text
    file = value["file"]?.text
    var metadata = Document.Metadata()
    metadata.senderName = value["respondent"]?.text
    metadata.date = value["date"]?.text
    self.metadata = metadata
  }
}
