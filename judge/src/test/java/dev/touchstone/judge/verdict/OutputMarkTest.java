package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs that begin with byte order marks, written as {@code M}, or with parts of one. */
class OutputMarkTest {
  private static final String MARK = "\u00ef\u00bb\u00bf";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "M, ''",
    "M5, 5",
    "MM5, 5",
    "5M, 5M",
    "5, 5",
    "\u00ef, \u00ef",
    "\u00ef\u00bb, \u00ef\u00bb",
    "\u00ef\u00bb5, \u00ef\u00bb5",
    "M\u00ef\u00bb5M, \u00ef\u00bb5M",
    "\u00ef\u00efM, \u00ef\u00efM"
  })
  void removesMarksFromFilesAndStreams(String output, String rest) throws IOException {
    byte[] bytes = bytes(output);
    byte[] wanted = bytes(rest);
    Path file = Files.write(folder.resolve("output"), bytes);
    OutputMark.removeFrom(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(wanted);
    assertThat(folder.toFile().list()).containsExactly("output");
    for (int piece = 1; piece <= bytes.length; piece++) {
      assertThat(streamed(bytes, piece)).isEqualTo(wanted);
    }
  }

  private static byte[] streamed(byte[] bytes, int piece) throws IOException {
    OutputMark mark = new OutputMark();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += piece) {
      int length = Math.min(piece, bytes.length - at);
      byte[] buffer = new byte[piece + 1];
      System.arraycopy(bytes, at, buffer, 0, length);
      out.write(mark.next(buffer, length));
    }
    out.write(mark.last());
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.replace("M", MARK).getBytes(StandardCharsets.ISO_8859_1);
  }
}
