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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static final List<String> FORMS = List.of("text/html", "application/pdf");

  /** As in the platform, in bytes. */
  private static final long LARGEST = 1 << 20;

  private final Conversion conversion;
  private final PolygonJudging judging;
  private final PolygonPictures pictures;

  PolygonStatements(Conversion conversion, PolygonJudging judging) {
    this.conversion = conversion;
    this.judging = judging;
    this.pictures = new PolygonPictures(conversion);
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
    if (conversion.has(folder + "/name.tex")) {
      conversion.file(folder + "/name.tex"); // Polygon writes it from the name in problem.xml
    }
    writeEditorial(xml, language, locale);
    if (conversion.has(folder + "/legend.tex")) {
      conversion.write(target + ".md", fileNames(locale) + ofSections(folder, locale));
      return;
    }
    for (String form : FORMS) {
      Optional<String> path = document(xml.all("statements", "statement"), language, form);
      if (path.isPresent() && form.equals("text/html")) {
        conversion.write(target + ".md", fileNames(locale) + ofPage(path.get(), locale));
        return;
      }
      if (path.isPresent()) {
        conversion.copy(path.get(), target + ".pdf");
        return;
      }
    }
    conversion.fault(folder, "contains no statement in LaTeX or HTML");
  }

  /** The tutorial, as Polygon calls it. */
  private void writeEditorial(ProblemXml xml, String language, String locale) throws IOException {
    String folder = "statement-sections/" + language;
    String target = "solution/solution." + locale + ".md";
    Optional<String> page = document(xml.all("tutorials", "tutorial"), language, "text/html");
    if (conversion.has(folder + "/tutorial.tex")) {
      conversion.write(target, section(folder, "tutorial", locale));
    } else if (page.isPresent()) {
      conversion.write(target, ofPage(page.get(), locale));
    }
  }

  private Optional<String> document(List<ProblemXml> all, String language, String type) {
    return all.stream()
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
    StringBuilder markdown = new StringBuilder(section(folder, "legend", locale));
    for (List<String> section : SECTIONS) {
      if (conversion.has(folder + "/" + section.getFirst() + ".tex")) {
        String text = section(folder, section.getFirst(), locale);
        if (!text.isBlank()) {
          String title = locale.equals("vi") ? section.get(2) : section.get(1);
          markdown.append("\n## ").append(title).append("\n\n").append(text);
        }
      }
    }
    return markdown.toString();
  }

  private String section(String folder, String name, String locale) throws IOException {
    String file = folder + "/" + name + ".tex";
    try {
      return shown(
          file, LatexMarkdown.convert(text(file), named -> pictures.nameOf(file, locale, named)));
    } catch (ConversionException e) {
      conversion.fault(file, e.reason());
      return "";
    }
  }

  private String ofPage(String file, String locale) throws IOException {
    try {
      return shown(
          file, HtmlMarkdown.convert(text(file), named -> pictures.nameOf(file, locale, named)));
    } catch (ConversionException e) {
      conversion.fault(file, e.reason());
      return "";
    }
  }

  private String shown(String file, ConvertedText converted) {
    converted.remarks().forEach(remark -> conversion.warn(file, remark.line(), remark.message()));
    return converted.markdown();
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
}
