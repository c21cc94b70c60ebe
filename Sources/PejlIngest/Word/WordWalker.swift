internal import PejlText
internal import PejlXML

/// Walks through one part of a DOCX and finds its blocks.
///
/// The raw text that the source map speaks of is all text of the part in document order, so that every element is either
/// walked through or skipped by name.
struct WordWalker {
  /// What stands around a paragraph.
  struct Context {
    var kind = Block.Kind.paragraph
  }

  /// What the whole document says of its parts.
  struct Setting {
    var styles: WordStyles
    /// The lists whose items bear a bullet or number.
    var lists: Set<String>
    /// The notes by their kind and id, with their place in their part.
    var notes: [String: (element: XMLElement, part: String, position: Int)]
    /// What counts pages: `lastRenderedPageBreak` where Word left it, otherwise the writer's own breaks; nil when neither.
    var pageMark: PageMark?
  }

  enum PageMark { case rendered, written }

  let setting: Setting
  let part: String
  var blocks: [FoundBlock] = []
  /// The number of characters that the file hides.
  var hidden = 0
  /// The number of stretches of placeholder text.
  var placeholders = 0

  // The open paragraph.
  var paragraph = ParagraphText()
  var page = 1
  var openPage: Int?
  var letters = (all: 0, bold: 0)
  var isParagraphHidden = false
  var isParagraphBold = false

  var position = 0
  /// For each open field whether its result has begun.
  var fields: [Bool] = []
  var pendingNotes: [String] = []
  private var readNotes = Set<String>()
  var pendingBoxes: [(element: XMLElement, position: Int)] = []

  init(setting: Setting, part: String, position: Int = 0) {
    self.setting = setting
    self.part = part
    self.position = position
  }

  /// Walks through paragraphs and tables.
  mutating func blockContent(_ element: XMLElement, _ context: Context) {
    children(of: element) { walker, child in
      switch child.name {
      case "p": walker.readParagraph(child, context)
      case "tbl": walker.readTable(child, context)
      case "sdt": walker.readControl(child) { $0.blockContent($1, context) }
      case "AlternateContent": walker.readAlternative(child) { $0.blockContent($1, context) }
      case "ins", "moveTo", "customXml", "smartTag", "txbxContent", "body", "footnote", "endnote":
        walker.blockContent(child, context)
      default: walker.skip(child)
      }
    }
  }

  private mutating func readParagraph(_ element: XMLElement, _ context: Context) {
    let properties = element.first("pPr")
    let style = properties?.first("pStyle")?["val"]
    let mark = properties?.first("rPr")
    if properties?.first("pageBreakBefore").map(WordStyles.isOn) == true, setting.pageMark == .written { page += 1 }
    isParagraphHidden = setting.styles.isHidden(style)
    isParagraphBold = setting.styles.isBold(style)
    inlineContent(element)
    // A paragraph whose mark was deleted goes on in the next one.
    if mark?.first("del") != nil || mark?.first("moveFrom") != nil { return }
    close(kind(of: properties, style: style, context))
    if properties?.first("sectPr") != nil, setting.pageMark == .written { page += 1 }
    readPending(context)
  }

  private func kind(of properties: XMLElement?, style: String?, _ context: Context) -> (Block.Kind, Int) {
    guard context.kind == .paragraph || context.kind == .tableCell else { return (context.kind, 0) }
    if setting.styles.isContents(style) { return (.furniture, 0) }
    if let outline = properties?.first("outlineLvl")?["val"].flatMap({ Int($0) }), outline < 9 {
      return (.heading, outline + 1)
    }
    if let level = setting.styles.headingLevel(style) { return (.heading, level) }
    let own = properties?.first("numPr")
    let inherited = setting.styles.list(style)
    if let list = own?.first("numId")?["val"] ?? inherited?.id, setting.lists.contains(list) {
      let depth = own?.first("ilvl")?["val"].flatMap { Int($0) } ?? inherited?.depth ?? 0
      return (.listItem, depth + 1)
    }
    return (context.kind, 0)
  }

  private mutating func close(_ kind: (kind: Block.Kind, level: Int)) {
    defer {
      paragraph = ParagraphText()
      letters = (0, 0)
      openPage = nil
    }
    guard !paragraph.isEmpty else { return }
    blocks.append(
      FoundBlock(
        paragraph: paragraph, kind: kind.kind, level: kind.level, page: setting.pageMark == nil ? nil : openPage,
        part: part, isBold: letters.all > 0 && letters.bold == letters.all))
  }

  /// Reads the notes and text boxes that the paragraph just closed refers to.
  private mutating func readPending(_ context: Context) {
    let (notes, boxes) = (pendingNotes, pendingBoxes)
    (pendingNotes, pendingBoxes) = ([], [])
    // A note is read once, and a note within a note not at all: it may refer to itself.
    for name in notes where context.kind != .footnote {
      guard let note = setting.notes[name], readNotes.insert(name).inserted else { continue }
      var walker = WordWalker(setting: setting, part: note.part, position: note.position)
      walker.page = page
      walker.blockContent(note.element, Context(kind: .footnote))
      blocks += walker.blocks
      hidden += walker.hidden
    }
    for box in boxes {
      let place = position
      position = box.position
      blockContent(box.element, context)
      position = place
    }
  }

  private mutating func readTable(_ table: XMLElement, _ context: Context) {
    var inner = context
    // A table of one cell is a frame around text.
    if context.kind == .paragraph, Self.cells(in: table) > 1 { inner.kind = .tableCell }
    readRows(table, inner)
  }

  private mutating func readRows(_ element: XMLElement, _ context: Context) {
    children(of: element) { walker, child in
      switch child.name {
      case "tr":
        if child.first("trPr")?.first("del") != nil { walker.skip(child) } else { walker.readRows(child, context) }
      case "tc": walker.blockContent(child, context)
      case "sdt": walker.readControl(child) { $0.readRows($1, context) }
      case "ins", "moveTo", "customXml": walker.readRows(child, context)
      default: walker.skip(child)
      }
    }
  }

  private static func cells(in element: XMLElement) -> Int {
    element.elements.reduce(0) { $0 + ($1.name == "tc" ? 1 : $1.name == "p" ? 0 : cells(in: $1)) }
  }

  /// A control that the template offers: its content, unless it still shows the template's own prompt.
  mutating func readControl(_ control: XMLElement, _ read: (inout WordWalker, XMLElement) -> Void) {
    let isPrompt = control.first("sdtPr")?.first("showingPlcHdr").map(WordStyles.isOn) ?? false
    children(of: control) { walker, child in
      if child.name == "sdtContent", !isPrompt {
        read(&walker, child)
      } else {
        if child.name == "sdtContent" { walker.placeholders += 1 }
        walker.skip(child)
      }
    }
  }

  /// What newer and older programs are offered: only the first that can be read.
  mutating func readAlternative(_ element: XMLElement, _ read: (inout WordWalker, XMLElement) -> Void) {
    let chosen = element.first("Choice") ?? element.first("Fallback")
    children(of: element) { walker, child in
      if child === chosen { read(&walker, child) } else { walker.skip(child) }
    }
  }

  /// Visits the child elements and counts the text between them.
  mutating func children(of element: XMLElement, _ visit: (inout WordWalker, XMLElement) -> Void) {
    for child in element.children {
      switch child {
      case .text(let text): position += text.utf8.count
      case .element(let child): visit(&self, child)
      }
    }
  }

  mutating func skip(_ element: XMLElement) { position += element.text.utf8.count }
}
