package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.latex.LatexMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes statements as Markdown: from the sections in LaTeX if there are any, as Polygon's full
 * packages have them, otherwise from the page in HTML.
 */
final class PolygonStatements {
  private static final Map<String, String> LOCALES =
      Map.ofEntries(
          Map.entry("english", "en"),
          Map.entry("vietnamese", "vi"),
          Map.entry("russian", "ru"),
          Map.entry("ukrainian", "uk"),
          Map.entry("chinese", "zh"),
          Map.entry("japanese", "ja"),
          Map.entry("korean", "ko"),
          Map.entry("spanish", "es"),
          Map.entry("portuguese", "pt"),
          Map.entry("french", "fr"),
          Map.entry("german", "de"),
          Map.entry("polish", "pl"));

  /** The sections after the story, with their titles. */
  private static final List<List<String>> SECTIONS =
      List.of(
          List.of("input", "Input", "Dữ liệu vào"),
          List.of("output", "Output", "Kết quả"),
          List.of("interaction", "Interaction", "Tương tác"),
          List.of("scoring", "Scoring", "Chấm điểm"),
          List.of("notes", "Notes", "Ghi chú"));

  /** As in the platform, in bytes. */
  private static final long LARGEST = 1 << 20;

  private final PolygonPackage problem;

  PolygonStatements(PolygonPackage problem) {
    this.problem = problem;
  }

  /** Writes all; returns the names by locale. */
  Map<String, String> write(ProblemXml xml) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (ProblemXml name : xml.all("names", "name")) {
      String locale = locale(name.attribute("language"));
      names.put(locale, name.attribute("value"));
      write(xml, name.attribute("language"), locale);
    }
    if (names.isEmpty()) {
      problem.fault(ProblemXml.NAME, "does not contain the name of the problem");
    }
    return names;
  }

  private void write(ProblemXml xml, String language, String locale) throws IOException {
    String folder = "statement-sections/" + language;
    if (problem.has(folder + "/legend.tex")) {
      problem.write("statement/problem." + locale + ".md", ofSections(folder, locale));
      copyPictures(folder);
      return;
    }
    Optional<String> page =
        xml.all("statements", "statement").stream()
            .filter(statement -> statement.attribute("language").equals(language))
            .filter(statement -> statement.attribute("type").equals("text/html"))
            .map(statement -> statement.attribute("path"))
            .filter(problem::has)
            .findFirst();
    if (page.isPresent()) {
      problem.write("statement/problem." + locale + ".md", ofPage(page.get()));
      copyPictures(page.get().substring(0, page.get().lastIndexOf('/')));
      return;
    }
    problem.fault(folder, "contains no statement in LaTeX or HTML");
  }

  private String ofSections(String folder, String locale) throws IOException {
    StringBuilder markdown = new StringBuilder(section(folder, "legend"));
    for (List<String> section : SECTIONS) {
      if (problem.has(folder + "/" + section.getFirst() + ".tex")) {
        String text = section(folder, section.getFirst());
        if (!text.isBlank()) {
          String title = locale.equals("vi") ? section.get(2) : section.get(1);
          markdown.append("\n## ").append(title).append("\n\n").append(text);
        }
      }
    }
    return markdown.toString();
  }

  private String section(String folder, String name) throws IOException {
    String file = folder + "/" + name + ".tex";
    try {
      return LatexMarkdown.of(text(file));
    } catch (ConversionException e) {
      problem.fault(file, e.reason());
      return "";
    }
  }

  private String ofPage(String file) throws IOException {
    try {
      return HtmlMarkdown.of(text(file));
    } catch (ConversionException e) {
      problem.fault(file, e.reason());
      return "";
    }
  }

  private String text(String file) throws IOException {
    if (Files.size(problem.file(file)) > LARGEST) {
      problem.fault(file, "is larger than " + (LARGEST >> 10) + " KiB, the limit for statements");
      return "";
    }
    return Files.readString(problem.file(file), StandardCharsets.UTF_8);
  }

  private void copyPictures(String folder) throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(problem.file(folder))) {
      pictures =
          files
              .filter(
                  file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif)"))
              .sorted()
              .toList();
    }
    for (Path picture : pictures) {
      String name = String.valueOf(picture.getFileName());
      problem.copy(folder + "/" + name, "statement/" + name);
    }
  }

  private static String locale(String language) {
    return LOCALES.getOrDefault(language.toLowerCase(Locale.ROOT), "en");
  }
}
