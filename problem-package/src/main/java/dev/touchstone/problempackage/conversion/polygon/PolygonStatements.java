package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import dev.touchstone.problempackage.conversion.html.HtmlMarkdown;
import dev.touchstone.problempackage.conversion.latex.LatexMarkdown;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
 * packages have them, otherwise from the page in HTML; a PDF if there is nothing else.
 */
final class PolygonStatements {
  /** The sections after the story, with their titles. */
  private static final List<List<String>> SECTIONS =
      List.of(
          List.of("input", "Input", "Dữ liệu vào"),
          List.of("output", "Output", "Kết quả"),
          List.of("interaction", "Interaction", "Tương tác"),
          List.of("scoring", "Scoring", "Chấm điểm"),
          List.of("notes", "Notes", "Ghi chú"));

  private static final List<String> PICTURES =
      List.of("", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf");

  private static final List<String> FORMS = List.of("text/html", "application/pdf");

  /** As in the platform, in bytes. */
  private static final long LARGEST = 1 << 20;

  private final Conversion conversion;
  private final PolygonJudging judging;

  PolygonStatements(Conversion conversion, PolygonJudging judging) {
    this.conversion = conversion;
    this.judging = judging;
  }

  /** Writes all; returns the names by locale. */
  Map<String, String> write(ProblemXml xml) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (ProblemXml name : xml.all("names", "name")) {
      String language = name.attribute("language");
      Optional<String> locale = PolygonLocales.of(language);
      if (locale.isEmpty()) {
        conversion.warn(
            ProblemXml.NAME, "the language " + language + " is unknown; its statement is not used");
      } else if (names.putIfAbsent(locale.get(), name.attribute("value")) != null) {
        conversion.warn(
            ProblemXml.NAME, "the language " + language + " comes twice; the first is used");
      } else {
        write(xml, language, locale.get());
      }
    }
    if (names.isEmpty()) {
      conversion.fault(
          ProblemXml.NAME, "does not contain the name of the problem in any known language");
    }
    return names;
  }

  private void write(ProblemXml xml, String language, String locale) throws IOException {
    String folder = "statement-sections/" + language;
    String target = "statement/problem." + locale;
    if (conversion.has(folder + "/legend.tex")) {
      conversion.write(target + ".md", fileNames(locale) + ofSections(folder, locale));
      copyPictures(folder);
      return;
    }
    for (String form : FORMS) {
      Optional<String> path = statement(xml, language, form);
      if (path.isPresent() && form.equals("text/html")) {
        conversion.write(target + ".md", fileNames(locale) + ofPage(path.get()));
        copyPictures(path.get().substring(0, Math.max(0, path.get().lastIndexOf('/'))));
        return;
      }
      if (path.isPresent()) {
        conversion.copy(path.get(), target + ".pdf");
        return;
      }
    }
    conversion.fault(folder, "contains no statement in LaTeX or HTML");
  }

  private Optional<String> statement(ProblemXml xml, String language, String type) {
    return xml.all("statements", "statement").stream()
        .filter(statement -> statement.attribute("language").equals(language))
        .filter(statement -> statement.attribute("type").equals(type))
        .map(statement -> statement.attribute("path"))
        .filter(conversion::has)
        .findFirst();
  }

  /** Which files a program reads and writes, if it does not use the standard streams. */
  private String fileNames(String locale) {
    boolean vietnamese = locale.equals("vi");
    StringBuilder lines = new StringBuilder();
    if (!judging.inputFile().isEmpty()) {
      lines.append(vietnamese ? "Tệp dữ liệu vào" : "Input file");
      lines.append(": `").append(judging.inputFile()).append("`\n\n");
    }
    if (!judging.outputFile().isEmpty()) {
      lines.append(vietnamese ? "Tệp kết quả" : "Output file");
      lines.append(": `").append(judging.outputFile()).append("`\n\n");
    }
    return lines.toString();
  }

  private String ofSections(String folder, String locale) throws IOException {
    StringBuilder markdown = new StringBuilder(section(folder, "legend"));
    for (List<String> section : SECTIONS) {
      if (conversion.has(folder + "/" + section.getFirst() + ".tex")) {
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
      ConvertedText converted = LatexMarkdown.convert(text(file), named -> picture(folder, named));
      converted.remarks().forEach(remark -> conversion.warn(file, remark.line(), remark.message()));
      return converted.markdown();
    } catch (ConversionException e) {
      conversion.fault(file, e.reason());
      return "";
    }
  }

  private String ofPage(String file) throws IOException {
    try {
      return HtmlMarkdown.of(text(file));
    } catch (ConversionException e) {
      conversion.fault(file, e.reason());
      return "";
    }
  }

  private String text(String file) throws IOException {
    if (Files.size(conversion.file(file)) > LARGEST) {
      conversion.fault(
          file, "is larger than " + (LARGEST >> 10) + " KiB, the limit for statements");
      return "";
    }
    try {
      return Files.readString(conversion.file(file), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      conversion.fault(file, "is not UTF-8");
      return "";
    }
  }

  /** A picture's file, which LaTeX may name without its extension. */
  private String picture(String folder, String name) {
    return PICTURES.stream()
        .map(extension -> name + extension)
        .filter(file -> conversion.has(folder + "/" + file))
        .findFirst()
        .orElse(name);
  }

  private void copyPictures(String folder) throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(conversion.file(folder))) {
      pictures =
          files
              .filter(file ->
                  file.toString()
                      .toLowerCase(Locale.ROOT)
                      .matches(".*\\.(png|jpe?g|gif|svg|webp|pdf)"))
              .sorted()
              .toList();
    }
    for (Path picture : pictures) {
      String name = String.valueOf(picture.getFileName());
      conversion.copy(folder + "/" + name, "statement/" + name);
    }
  }
}
