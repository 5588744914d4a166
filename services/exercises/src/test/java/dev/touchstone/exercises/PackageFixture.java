package dev.touchstone.exercises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A problem package to change at will and to send. Its secret parts contain a marker. */
final class PackageFixture {
  /** In every hidden input, answer and solution, and nowhere else. */
  static final String SECRET = "marker-of-a-secret";

  private final Map<String, byte[]> files = new TreeMap<>();

  /** A sound package with Vietnamese and English, two samples and two hidden tests. */
  static PackageFixture named(String slug) {
    return new PackageFixture()
        .with(
            "problem.yaml",
            """
            problem_format_version: 2023-07-draft
            name:
              en: Shortest way home
              vi: Đường về nhà ngắn nhất
            limits:
              time_limit: 2
              memory: 128
              code: 64
            """)
        .with(
            "touchstone.yaml",
            """
            slug: %s
            category: graphs
            difficulty: medium
            tags: [bfs, lưới]
            points: 80
            languages: [cpp, python3]
            """
                .formatted(slug))
        .with("statement/problem.en.md", "Find the way, $n \\le 10$.\n")
        .with("statement/problem.vi.md", "Tìm đường, $n \\le 10$.\n")
        .with("statement/grid.png", "a picture")
        .with("data/sample/1.in", "1 2\n")
        .with("data/sample/1.ans", "3\n")
        .with("data/sample/2.in", "2 2\n")
        .with("data/sample/2.ans", "4\n")
        .with("data/secret/1.in", SECRET + " input\n")
        .with("data/secret/1.ans", SECRET + " answer\n")
        .with("data/secret/2.in", SECRET + " input " + "x".repeat(20_000) + "\n")
        .with("data/secret/2.ans", SECRET + " answer " + "x".repeat(20_000) + "\n")
        .with("submissions/accepted/good.py", "# " + SECRET + " solution\n")
        .with("submissions/wrong_answer/bad.cpp", "// " + SECRET + " wrong solution\n")
        .with("starter/python3/main.py", "a, b = map(int, input().split())\n");
  }

  PackageFixture with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  PackageFixture with(String path, byte[] contents) {
    files.put(path, contents);
    return this;
  }

  PackageFixture without(String path) {
    files.remove(path);
    return this;
  }

  Map<String, byte[]> files() {
    return new LinkedHashMap<>(files);
  }

  /** As an archive, the files below the given folder, which may be the empty text. */
  byte[] zip(String folder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(
            new ZipEntry(folder.isEmpty() ? file.getKey() : folder + "/" + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] zip() {
    return zip("");
  }

  /** As a folder. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
    }
  }
}
