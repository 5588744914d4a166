package dev.touchstone.problempackage.conversion.html;

import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The rows of a table, in which each cell stands in its column; tables within it are not read. */
final class HtmlTable {
  /** Cells that others cover count, too. */
  private static final int MOST_CELLS = 20_000;

  private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");

  private final Element table;
  private final List<List<Optional<Element>>> rows = new ArrayList<>();

  /** By column, in how many of the next rows the cell above covers it. */
  private final List<Integer> covered = new ArrayList<>();

  private int cells;

  private HtmlTable(Element table) {
    this.table = table;
  }

  /** The cells of a table; empty where another cell covers a place, or none is. */
  static List<List<Optional<Element>>> rows(Element table) throws ConversionException {
    return new HtmlTable(table).read();
  }

  /** The text over a table. */
  static Optional<Element> caption(Element table) {
    return table.children().stream().filter(child -> child.nameIs("caption")).findFirst();
  }

  private List<List<Optional<Element>>> read() throws ConversionException {
    for (Element child : table.children()) {
      if (child.nameIs("tr")) {
        row(child);
      } else if (SECTIONS.contains(child.normalName())) {
        for (Element row : child.children()) {
          row(row);
        }
      }
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    require((long) columns * rows.size());
    for (List<Optional<Element>> row : rows) {
      while (row.size() < columns) {
        row.add(Optional.empty());
      }
    }
    return rows;
  }

  private void row(Element element) throws ConversionException {
    List<Optional<Element>> row = new ArrayList<>();
    for (Element cell : element.children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        pastCovered(row);
        int width = span(cell, "colspan");
        int height = span(cell, "rowspan");
        require(row.size() + width);
        for (int i = 0; i < width; i++) {
          cover(row.size(), height - 1);
          row.add(i == 0 ? Optional.of(cell) : Optional.empty());
        }
      }
    }
    pastCovered(row);
    cells += covered.size();
    require(cells);
    for (int column = row.size(); column < covered.size(); column++) {
      covered.set(column, Math.max(0, covered.get(column) - 1));
    }
    if (row.stream().anyMatch(Optional::isPresent)) {
      rows.add(row);
    }
  }

  private void pastCovered(List<Optional<Element>> row) {
    while (row.size() < covered.size() && covered.get(row.size()) > 0) {
      covered.set(row.size(), covered.get(row.size()) - 1);
      row.add(Optional.empty());
    }
  }

  private void cover(int column, int rowsBelow) {
    while (covered.size() <= column) {
      covered.add(0);
    }
    covered.set(column, rowsBelow);
  }

  private static void require(long count) throws ConversionException {
    if (count > MOST_CELLS) {
      throw new ConversionException("contains a table with more than " + MOST_CELLS + " cells");
    }
  }

  private static int span(Element cell, String attribute) {
    String text = cell.attr(attribute).strip();
    return text.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
