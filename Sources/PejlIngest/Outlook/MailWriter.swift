/// Writes a mail that lies within an Outlook file as a file of its own (RFC 5322), so that it is read like any other.
enum MailWriter {
  /// The mail as bytes.
  static func bytes(_ message: MimeMessage) -> [UInt8] {
    var result = "MIME-Version: 1.0\r\n"
    if let subject = message.subject { result += "Subject: \(encoded(subject))\r\n" }
    if message.senderName != nil || message.senderAddress != nil {
      result += "From: \(encoded(message.senderName ?? "")) <\(message.senderAddress?.filter(isPlain) ?? "")>\r\n"
    }
    if let date = message.date.flatMap(dateHeader) { result += "Date: \(date)\r\n" }
    write(message.root, boundary: "part", to: &result)
    return Array(result.utf8)
  }

  private static func write(_ part: MimePart, boundary: String, to result: inout String) {
    guard part.type.hasPrefix("multipart/") else {
      result += "Content-Type: \(part.type.filter(isPlain))"
      if let charset = part.charset { result += "; charset=\(charset.filter(isPlain))" }
      result += "\r\n"
      if let name = part.fileName {
        result +=
          "Content-Disposition: \(part.isAttachment ? "attachment" : "inline"); filename=\"\(encoded(name))\"\r\n"
      }
      if part.hasIdentifier { result += "Content-ID: <part>\r\n" }
      result += "Content-Transfer-Encoding: base64\r\n\r\n\(base64(part.bytes))\r\n"
      return
    }
    result += "Content-Type: \(part.type.filter(isPlain)); boundary=\"\(boundary)\"\r\n\r\n"
    for (index, child) in part.parts.enumerated() {
      result += "--\(boundary)\r\n"
      write(child, boundary: "\(boundary).\(index)", to: &result)
    }
    result += "--\(boundary)--\r\n"
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && character > " " && !"<>\"();,".contains(character)
  }

  /// A header's text as an encoded word (RFC 2047).
  private static func encoded(_ text: String) -> String {
    text.isEmpty ? "" : "=?utf-8?B?\(base64(Array(text.utf8), width: nil))?="
  }

  /// A day `YYYY-MM-DD` as mail writes it.
  private static func dateHeader(_ day: String) -> String? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, 1...12 ~= parts[1] else { return nil }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0]) 12:00:00 +0000"
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ bytes: [UInt8], width: Int? = 57) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? digits[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
      if let width, (start + 3) % width == 0 { result += [0x0D, 0x0A] }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
