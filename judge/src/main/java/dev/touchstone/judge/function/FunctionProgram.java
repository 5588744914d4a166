package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.FunctionLanguage;
import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.Signature.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The program around a learner's function: it reads cases from standard input, calls the function
 * and writes what it returns to standard output. What the function itself prints goes to standard
 * error, where learners see it. A function gains nothing by writing to the results' own stream: the
 * expected results are not in the box.
 */
public final class FunctionProgram {
  /** The harness in each language; named as the language's main file. */
  private static final Map<FunctionLanguage, String> HARNESSES =
      Map.of(
          FunctionLanguage.PYTHON3, "main.py",
          FunctionLanguage.JAVASCRIPT, "main.js",
          FunctionLanguage.JAVA, "Main.java",
          FunctionLanguage.CPP, "main.cpp",
          FunctionLanguage.GO, "main.go",
          FunctionLanguage.RUST, "main.rs");

  private FunctionProgram() {}

  /** The name of the harness's file. */
  public static String harnessName(FunctionLanguage language) {
    return Objects.requireNonNull(HARNESSES.get(language));
  }

  /** The harness for a signature. */
  public static byte[] harness(FunctionLanguage language, Signature signature) {
    return text(harnessName(language))
        .replace("@reads@", reads(language, signature.parameters()))
        .replace("@arguments@", arguments(signature.parameters().size()))
        .replace("@arity@", Integer.toString(signature.parameters().size()))
        .replace("@returns@", returns(language, signature))
        .replace("@name@", language.name(signature.name()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a source contains a name as a word; if not, it can't define it. If it does, the
   * compiler or, in languages without one, the harness checks further.
   */
  public static boolean mentions(byte[] source, String name) {
    String text = new String(source, StandardCharsets.UTF_8);
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** Languages without reflection get a line per argument. */
  private static String reads(FunctionLanguage language, List<Parameter> parameters) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      String type = language.type(parameters.get(i).type());
      String line =
          switch (language) {
            case CPP ->
                "    auto argument%d = harness::read<%s>();\n".formatted(i, qualified(type));
            case RUST ->
                "        let argument%d: %s = Wire::read(&mut input);\n".formatted(i, type);
            case PYTHON3, JAVASCRIPT, JAVA, GO -> "";
          };
      lines.append(line);
    }
    return lines.toString().stripTrailing();
  }

  private static String returns(FunctionLanguage language, Signature signature) {
    return qualified(language.type(signature.returns()));
  }

  private static String qualified(String type) {
    return type.replaceAll("\\b(string|vector|map)\\b", "std::$1");
  }

  private static String arguments(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "argument" + i)
        .collect(Collectors.joining(", "));
  }

  private static String text(String name) {
    try (InputStream in = FunctionProgram.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
