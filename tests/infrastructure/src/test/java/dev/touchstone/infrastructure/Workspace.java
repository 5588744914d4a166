package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of {@code infrastructure/} that moto can apply: override files in the copy leave out what
 * moto does not support. The sources themselves stay complete.
 */
final class Workspace {
  private static final Pattern IGNORED = Pattern.compile("ignore_changes = \\[(.*)]\n");

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  static Workspace create() {
    Workspace workspace = new Workspace(Sources.TARGET.resolve("infrastructure"));
    try {
      delete(workspace.folder);
      copy(Sources.INFRASTRUCTURE, workspace.folder);
      for (MotoGaps.Missing gap : MotoGaps.MISSING) {
        workspace.leaveOut(gap);
      }
      for (MotoGaps.Forgotten gap : MotoGaps.FORGOTTEN) {
        workspace.ignore(gap);
      }
      for (MotoGaps.Changed gap : MotoGaps.CHANGED) {
        String header = header(gap.type(), gap.name());
        workspace.block(gap.folder(), header);
        workspace.override(gap.folder(), header, gap.attribute() + " = " + gap.value());
      }
      copy(workspace.folder.resolve("roots"), workspace.folder.resolve("plans"));
      workspace.keepCopiesInTheRegion();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return workspace;
  }

  Path bootstrap() {
    return folder.resolve("bootstrap");
  }

  Path root(String name) {
    return folder.resolve("roots").resolve(name);
  }

  /**
   * A root module with all roots as its modules, each with the values of an environment.
   *
   * <p>All use one provider process, which has one region. So the copies' region is the same as
   * that of everything else; these environments have no copies.
   */
  Path environment(String environment) {
    Path plan = folder.resolve("plans").resolve(environment);
    try {
      Files.createDirectories(plan);
      for (String root : Sources.ROOTS) {
        Files.writeString(
            plan.resolve(root + ".tf"), Sources.asModule("../" + root, environment, root));
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return plan;
  }

  private void keepCopiesInTheRegion() throws IOException {
    Path file = folder.resolve("plans/data/replica_region.tf");
    String text = Sources.read(file);
    String changed = text.replace("  region = var.replica_region\n", "  region = var.region\n");
    if (changed.equals(text)) {
      throw new AssertionError(file + " has no provider for a second region");
    }
    Files.writeString(file, changed);
  }

  /** Overrides the resource's count or for_each, so that there is no instance. */
  private void leaveOut(MotoGaps.Missing gap) throws IOException {
    String header = header(gap.type(), gap.name());
    String block = block(gap.folder(), header);
    override(
        gap.folder(),
        header,
        ("\n" + block).contains("\n  for_each ") ? "for_each = {}" : "count = 0");
  }

  /** Adds to the resource's own ignore_changes, which an override would replace. */
  private void ignore(MotoGaps.Forgotten gap) throws IOException {
    String header = header(gap.type(), gap.name());
    Matcher own = IGNORED.matcher(block(gap.folder(), header));
    String ignored = String.join(", ", gap.attributes()) + (own.find() ? ", " + own.group(1) : "");
    override(gap.folder(), header, "lifecycle {\n    ignore_changes = [" + ignored + "]\n  }");
  }

  private static String header(String type, String name) {
    return type.startsWith("data.")
        ? "data \"%s\" \"%s\" {\n".formatted(type.substring("data.".length()), name)
        : "resource \"%s\" \"%s\" {\n".formatted(type, name);
  }

  private String block(String module, String header) {
    Matcher block =
        Pattern.compile(Pattern.quote(header) + "(.*?)\n}", Pattern.DOTALL)
            .matcher(Sources.text(Sources.INFRASTRUCTURE.resolve(module)));
    if (!block.find()) {
      throw new AssertionError("MotoGaps names " + header + " which is not in " + module);
    }
    return block.group(1);
  }

  private void override(String module, String header, String line) throws IOException {
    Files.writeString(
        folder.resolve(module).resolve("moto_override.tf"),
        header + "  " + line + "\n}\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        // Links stay links: common.tf of each root is one.
        Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
        if (Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
          adapt(copy);
        }
      }
    }
  }

  /** Adapts the providers to moto. */
  private static void adapt(Path file) throws IOException {
    String text = Files.readString(file);
    String adapted =
        text
            // The provider would retry an unsupported call 25 times, ever more slowly.
            .replaceAll("(?m)^provider \"aws\" \\{$(?!\n  max_)", "$0\n  max_retries = 2")
            // moto does not support Chatbot: in this region its provider needs no process of its
            // own.
            .replace("region = \"us-east-2\"", "region = \"us-east-1\"");
    if (!adapted.equals(text)) {
      Files.writeString(file, adapted);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
