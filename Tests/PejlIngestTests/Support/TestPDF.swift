/// Writes small PDFs by hand: one font, text at places.
struct TestPDF {
  struct Text {
    var x: Double
    var y: Double
    var text: String
    var size = 11.0
  }

  /// The pages, 595 by 842 points; places from the upper left corner.
  var pages: [[Text]]
  /// By page: a JPEG that covers it.
  var pictures: [Int: [UInt8]] = [:]
  /// The size of the pictures, in pixels.
  var pictureSize = (width: 0, height: 0)

  init(pages: [[Text]]) { self.pages = pages }

  /// A page whose lines follow one another from `top`, 14 points apart.
  static func lines(_ lines: [String], x: Double = 70, top: Double = 120) -> [Text] {
    lines.enumerated().map { Text(x: x, y: top + Double($0.offset) * 14, text: $0.element) }
  }

  var bytes: [UInt8] {
    var objects: [[UInt8]] = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ].map { Array($0.utf8) }
    let behind = 4 + pages.count * 2
    let drawn = pictures.keys.sorted()
    for (index, page) in pages.enumerated() {
      let content =
        page.map { "BT /F1 \($0.size) Tf \($0.x) \(842 - $0.y) Td (\(Self.escaped($0.text))) Tj ET" }.joined(
          separator: "\n")
        + (pictures[index] == nil ? "\n10 10 20 20 re f" : "\nq 595 0 0 842 0 0 cm /I Do Q")
      let picture = drawn.firstIndex(of: index).map { " /XObject << /I \(behind + $0) 0 R >>" } ?? ""
      let dictionary =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + index * 2) 0 R "
        + "/Resources << /Font << /F1 3 0 R >>\(picture) >> >>"
      objects.append(Array(dictionary.utf8))
      objects.append(Array("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream".utf8))
    }
    for bytes in drawn.compactMap({ pictures[$0] }) {
      let head =
        "<< /Type /XObject /Subtype /Image /Width \(pictureSize.width) /Height \(pictureSize.height) "
        + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length \(bytes.count) >>\nstream\n"
      objects.append(Array(head.utf8) + bytes + Array("\nendstream".utf8))
    }
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    var result = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      result += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    result += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(result.utf8)
  }

  /// The text in Windows-1252 with octal escapes.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let value = scalar == "•" ? 0x95 : scalar == "–" ? 0x96 : scalar.value
      if value < 0x80, !"()\\".unicodeScalars.contains(scalar) { return String(Character(scalar)) }
      let octal = String(value, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }.joined()
  }
}
