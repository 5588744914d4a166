package dev.touchstone.problempackage.conversion.latex;

import java.util.ArrayList;
import java.util.List;

/** The rows and cells of a table, before their text is converted. */
final class LatexTable {
  private final LatexSource body;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private StringBuilder cell = new StringBuilder();

  private LatexTable(LatexSource body) {
    this.body = body;
  }

  static List<List<String>> rows(LatexSource body) {
    return new LatexTable(body).read();
  }

  private List<List<String>> read() {
    while (!body.atEnd()) {
      step();
    }
    endRow();
    return rows;
  }

  private void step() {
    if (body.skip("\\\\") || body.skip("\\tabularnewline")) {
      body.skip("*");
      body.option();
      endRow();
    } else if (body.peek() == '{') {
      cell.append('{').append(body.argument().text()).append('}');
    } else if (body.skip("&")) {
      endCell();
    } else if (body.skip("%")) {
      body.to("\n");
    } else if (body.skip("\\begin{")) {
      String name = body.to("}").text();
      cell.append("\\begin{").append(name).append('}');
      cell.append(body.body(name).text()).append("\\end{").append(name).append('}');
    } else if (body.skip("\\")) {
      command();
    } else {
      cell.append(body.next());
    }
  }

  private void command() {
    String name = body.name();
    switch (name) {
      case "" -> cell.append('\\').append(body.next());
      case "hline", "toprule", "midrule", "bottomrule" -> body.option();
      case "cline", "cmidrule" -> {
        body.option();
        if (body.skip("(")) {
          body.to(")");
        }
        body.argument();
      }
      // The text stands in the first of the joined cells, the others are empty.
      case "multicolumn" -> {
        String columns = body.argument().text().strip();
        body.argument();
        cell.append('{').append(body.argument().text()).append('}');
        int joined = columns.matches("[0-9]{1,2}") ? Integer.parseInt(columns) : 1;
        for (int i = 1; i < joined; i++) {
          endCell();
        }
      }
      case "multirow" -> {
        body.option();
        body.argument();
        body.option();
        body.argument();
        body.option();
        cell.append('{').append(body.argument().text()).append('}');
      }
      case "verb" -> {
        String mark = String.valueOf(body.next());
        cell.append("\\verb").append(mark).append(body.to(mark).text()).append(mark);
      }
      default -> cell.append('\\').append(name).append(' ');
    }
  }

  private void endCell() {
    row.add(cell.toString().strip());
    cell = new StringBuilder();
  }

  private void endRow() {
    endCell();
    if (row.stream().anyMatch(text -> !text.isEmpty())) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }
}
