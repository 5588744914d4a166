package dev.touchstone.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The inputs and outputs of a module or root, read from its files. It relies on the format of
 * {@code terraform fmt}: a block begins at the start of a line and ends with a brace there.
 */
record Interface(List<Variable> variables, List<Output> outputs) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(variable|output) \"([a-z0-9_]+)\" \\{\n(.*?)^}", Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * An input.
   *
   * @param fallback its default as written; empty if it is required
   */
  record Variable(
      String name, String type, Optional<String> fallback, String description, String block) {}

  record Output(String name, String description) {}

  static Interface of(Path folder) {
    List<MatchResult> blocks = BLOCK.matcher(Sources.text(folder)).results().toList();
    return new Interface(
        blocks.stream()
            .filter(block -> block.group(1).equals("variable"))
            .map(block -> variable(block.group(2), block.group(3)))
            .toList(),
        blocks.stream()
            .filter(block -> block.group(1).equals("output"))
            .map(block -> new Output(block.group(2), text(block.group(3), "description")))
            .toList());
  }

  private static Variable variable(String name, String block) {
    return new Variable(
        name,
        attribute(block, "type").orElse(""),
        attribute(block, "default"),
        text(block, "description"),
        block);
  }

  /** An attribute of a block, with its continuation lines. */
  private static Optional<String> attribute(String block, String name) {
    return Pattern.compile(
            "^  " + name + " += (.*(?:\n(?:    .*|  [})\\]].*))*)", Pattern.MULTILINE)
        .matcher(block)
        .results()
        .findFirst()
        .map(match ->
            match
                .group(1)
                .replaceAll("(?m)^\\s*#.*\n", "")
                .replaceAll("(?<![{(\\[,])\n *+(?![})\\]])", ", ")
                .replaceAll("\\s+", " "));
  }

  private static String text(String block, String name) {
    return attribute(block, name).map(value -> value.replaceAll("^\"|\"$", "")).orElse("");
  }

  /** The two tables of a README. */
  String tables() {
    StringBuilder text = new StringBuilder();
    if (!variables.isEmpty()) {
      text.append("| input | type | default | what |\n|---|---|---|---|\n");
      text.append(
          variables.stream()
              .map(variable ->
                  "| `%s` | `%s` | %s | %s |\n"
                      .formatted(
                          variable.name(),
                          cell(variable.type()),
                          variable.fallback().map(value -> "`" + cell(value) + "`").orElse("–"),
                          cell(variable.description())))
              .collect(Collectors.joining()));
    }
    if (!outputs.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append("| output | what |\n|---|---|\n");
      text.append(
          outputs.stream()
              .map(output -> "| `%s` | %s |\n".formatted(output.name(), cell(output.description())))
              .collect(Collectors.joining()));
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
