/// A piece of a note as every form of it shows it: Word, web page and template placeholders are written from these alone.
enum NoteBlock: Sendable {
  /// A heading; level 1 is that of a section. The anchor is unique in the note.
  case heading(level: Int, text: String, anchor: String)
  /// Running text.
  case paragraph(String)
  /// A remark about the text: where something comes from, what is left out.
  case remark(String)
  /// A verbatim passage and where it stands.
  case quote(text: String, source: String)
  /// A table.
  case table(NoteTable)
}

/// A table with marked headers.
struct NoteTable: Sendable {
  /// A column.
  struct Column: Sendable {
    /// What its header says.
    let title: String
    /// Its share of the width, in percent.
    let share: Int
    /// Whether it holds numbers.
    var isNumber = false
  }

  /// A part of a cell, a line of its own.
  enum Part: Sendable {
    /// Text.
    case text(String)
    /// Text that stands out.
    case strong(String)
    /// A verbatim passage.
    case quote(String)
    /// Where something stands.
    case source(String)
    /// A choice that a person makes.
    case choice
    /// Room for a person's words, with what belongs there.
    case room(String)
  }

  /// What it shows, for readers who do not see it.
  let caption: String
  /// The columns.
  let columns: [Column]
  /// Whether the first cell of a row is its header.
  var hasRowHeaders = false
  /// The cells, row by row.
  var rows: [[[Part]]]
}

/// A part of a note that a template places as a whole.
struct NoteSection: Sendable {
  /// The key of its placeholder in the catalogue, such as `hearing`.
  let id: String
  /// What it holds, its heading first.
  let blocks: [NoteBlock]
}
