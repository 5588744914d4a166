package dev.touchstone.operations.keys;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** A bastion with one key, everything around the command in memory, and calls that may crash. */
final class Installation {
  static final PublicKey OLD = SimpleKeys.key("old");
  private static final String SIGN_INS =
      "SHA256:old from 203.0.113.7: 3 sign-ins, 09:00 to 09:30\n";

  /** The process dies. No code of ours may catch it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  final MemorySite site = new MemorySite(OLD.line());
  final SimpleKeys keys = new SimpleKeys(site);

  /** What Terraform would apply. */
  List<PublicKey> terraform = List.of(OLD);

  /** What happened, in order: each call that has an effect outside. */
  final List<String> events = new ArrayList<>();

  private final Path folder;
  private Instant now = Instant.parse("2026-11-29T14:05:00Z");
  private int calls;
  private int crashAt = Integer.MAX_VALUE;
  private boolean afterEffect;
  private boolean crashed;

  Installation(Path folder) {
    this.folder = folder;
  }

  /** The process dies at the given call to the outside, before or after its effect. */
  void crashAt(int call, boolean after) {
    calls = 0;
    crashAt = call;
    afterEffect = after;
  }

  /** Whether a process has died. */
  boolean crashed() {
    return crashed;
  }

  int calls() {
    return calls;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A command that has run. */
  record Ran(int status, String out) {}

  Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    KeysSettings settings =
        new KeysSettings(
            breakingSite(),
            this::endSessions,
            breakingKeys(),
            this::set,
            Duration.ofDays(7),
            folder);
    CommandLine line =
        new KeysSubcommand(_ -> settings, Clock.fixed(now, ZoneOffset.UTC))
            .commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .setExecutionExceptionHandler((failure, _, _) -> {
              crashed |= failure.getCause() instanceof Crash;
              out.write(String.valueOf(failure.getMessage()));
              return 1;
            });
    return new Ran(line.execute(arguments), out.toString());
  }

  private String set(List<PublicKey> all) {
    call("terraform", _ -> terraform = List.copyOf(all));
    return "set";
  }

  private String endSessions(String script) {
    call("sessions ended", _ -> {});
    return script.contains(OLD.fingerprint()) ? SIGN_INS : "";
  }

  private void call(String event, Consumer<String> effect) {
    calls++;
    if (calls == crashAt && !afterEffect) {
      throw new Crash();
    }
    effect.accept(event);
    events.add(event);
    if (calls == crashAt) {
      throw new Crash();
    }
  }

  private Site breakingSite() {
    return new Site() {
      @Override
      public String name() {
        return site.name();
      }

      @Override
      public List<String> entries() {
        return site.entries();
      }

      @Override
      public boolean append(int number, String entry) {
        boolean[] added = {false};
        call("journal", _ -> added[0] = site.append(number, entry));
        return added[0];
      }

      @Override
      public String authorizedKeys() {
        return site.authorizedKeys();
      }

      @Override
      public void authorize(String authorized) {
        call(
            "authorized"
                + (authorized.contains(OLD.line()) ? " old" : "")
                + (PublicKey.parseAll(authorized).stream().anyMatch(key -> !key.equals(OLD))
                    ? " new"
                    : ""),
            _ -> site.authorize(authorized));
      }
    };
  }

  private PrivateKeys breakingKeys() {
    return new PrivateKeys() {
      @Override
      public String name() {
        return keys.name();
      }

      @Override
      public boolean mayGenerate() {
        return keys.mayGenerate();
      }

      @Override
      public boolean has(String id) {
        return keys.has(id);
      }

      @Override
      public PublicKey generate(String id) {
        call("generated", _ -> keys.generate(id));
        return keys.generate(id);
      }

      @Override
      public void tryOut(String id, PublicKey key) {
        call("tried", _ -> keys.tryOut(id, key));
      }

      @Override
      public void signIn(String id) {
        call("signed in", _ -> keys.signIn(id));
      }
    };
  }
}
