internal import PejlReport
internal import PejlText

/// The note as a web page that stands alone: no script, nothing fetched, prints well.
struct NotePage {
  let form: NoteForm

  /// The page.
  ///
  /// - Throws: what is wrong with a template, which is part of the program.
  func bytes() throws -> [UInt8] {
    var library = TemplateLibrary(words: form.words.words)
    for (name, bytes) in [
      ("note", PackageResources.note_mustache), ("note-table", PackageResources.note_table_mustache),
    ] {
      try library.register(bytes, named: name)
    }
    guard let html = library.render(fields, with: "note") else {
      throw InvalidInput(code: "note.template", "the template note is missing")
    }
    return html
  }

  private var fields: Fields {
    let sections = form.sections
    let values = form.values
    return [
      "language": form.words.language.rawValue, "style": String(decoding: PackageResources.note_css, as: UTF8.self),
      "title": values["title"], "kind": values["kind"], "case": values["case"], "authority": values["authority"],
      "contentsTitle": form.words["note.contents"],
      "contents": sections.flatMap(\.blocks).compactMap { block -> Fields? in
        guard case .heading(let level, let text, let anchor) = block else { return nil }
        return ["level": String(level), "text": text, "address": "#\(ReportContext.address(anchor))"]
      },
      "sections": sections.map { section -> Fields in
        ["id": section.id, "blocks": section.blocks.map(fields)]
      },
    ]
  }

  private func fields(_ block: NoteBlock) -> Fields {
    switch block {
    case .heading(let level, let text, let anchor):
      return [
        "isHeading": true, "level": String(level + 1), "text": text, "anchor": ReportContext.address(anchor),
      ]
    case .paragraph(let text): return ["isParagraph": true, "text": text]
    case .remark(let text): return ["isRemark": true, "text": text]
    case .quote(let text, let source): return ["isQuote": true, "text": text, "source": source]
    case .table(let table):
      return [
        "isTable": true, "caption": table.caption,
        "columns": table.columns.map {
          ["title": $0.title, "isNumber": $0.isNumber, "share": "\($0.share)%"] as Fields
        },
        "rows": table.rows.map { row -> Fields in
          [
            "cells": row.enumerated().map { index, parts -> Fields in
              [
                "isHeader": index == 0 && table.hasRowHeaders, "isNumber": table.columns[index].isNumber,
                "parts": parts.map(fields),
              ]
            }
          ]
        },
      ]
    }
  }

  private func fields(_ part: NoteTable.Part) -> Fields {
    switch part {
    case .text(let text): ["isText": true, "text": text]
    case .strong(let text): ["isStrong": true, "text": text]
    case .quote(let text): ["isCitation": true, "text": text]
    case .source(let text): ["isSource": true, "text": text]
    case .choice:
      [
        "isChoice": true,
        "choices": ["choice.yes", "choice.partly", "choice.no"].map { form.words[$0] },
      ]
    case .room(let label): ["isRoom": true, "text": label]
    }
  }
}
