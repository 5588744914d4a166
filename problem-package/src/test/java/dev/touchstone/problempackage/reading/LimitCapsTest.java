package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.LimitCaps;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.PackageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator allows a package to ask for. */
class LimitCapsTest {
  @TempDir Path folder;

  private List<String> faults(String limits) throws Exception {
    new Tree(folder)
        .file("problem.yaml", Tree.LATER + "limits: {" + limits + "}\n")
        .tests("secret", 1);
    try {
      new Tree(folder).open();
      return List.of();
    } catch (PackageException e) {
      return e.faults().stream().filter(fault -> !fault.warning()).map(Fault::message).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memory: 262144            | 4096 MiB here, not 262144; it is in MiB: did you mean 256?",
        "memory: 268435456         | 4096 MiB here, not 268435456; it is in MiB: did you mean 256?",
        "memory: 5000              | 4096 MiB here, not 5000",
        "memory: 1e300             | 4096 MiB here, not 1.0E300",
        "compilation_memory: 65536 | 4096 MiB here, not 65536; it is in MiB: did you mean 64?",
        "validation_memory: 65536  | 4096 MiB here, not 65536; it is in MiB: did you mean 64?",
        "output: 65536             | 256 MiB here, not 65536; it is in MiB: did you mean 64?",
        "validation_output: 257    | 256 MiB here, not 257",
        "code: 65536               | 4096 KiB here, not 65536; it is in KiB: did you mean 64?",
        "time_limit: 2000          | 120 seconds here, not 2000; it is in seconds: did you mean 2?",
        "time_limit: 1500          | 120 seconds here, not 1500; it is in seconds: did you mean 1.5?",
        "compilation_time: 121     | 120 seconds here, not 121; it is in seconds: did you mean 0.121?",
        "validation_time: 1e9      | 120 seconds here, not 1000000000",
      })
  void moreIsAFaultThatSaysWhatWasMeant(String limit, String fault) throws Exception {
    String key = limit.substring(0, limit.indexOf(':'));
    assertThat(faults(limit)).containsExactly("limits." + key + " must be at most " + fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".nan", ".inf", "-.inf", "0", "-1", "-0.5", "1e999", "-1e999", "x", "[]", "{}"})
  void whatIsNoLimitIsAFault(String number) throws Exception {
    for (String key : new LimitCaps(1, 1, 1, 1).byKey().keySet()) {
      assertThat(faults(key + ": " + number)).as(key).isNotEmpty();
    }
    for (String key : List.of("code", "time_resolution")) {
      assertThat(faults(key + ": " + number)).as(key).isNotEmpty();
    }
    new Tree(folder).file(".timelimit", number);
    assertThat(faults("memory: 256")).isNotEmpty();
  }

  @Test
  void aPackageThatIsPublishedIsJudgedWithinALowerCap() throws Exception {
    assertThat(faults("memory: 1024, time_limit: 100, output: 64, compilation_time: 60")).isEmpty();
    LimitSettings lower = new LimitSettings(2048, new LimitCaps(512, 16, 10, 20));
    Limits limits = PackageReader.reopen(folder, "fixture", lower).limits();
    assertThat(limits.memoryMib()).isEqualTo(512);
    assertThat(limits.outputMib()).isEqualTo(16);
    assertThat(limits.time()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limits.compilation()).isEqualTo(Duration.ofSeconds(20));
    assertThat(limits.compilationMemoryMib()).isEqualTo(512);
    assertThat(limits.validation()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void settingsHaveNamesAndBounds() {
    LimitSettings read =
        LimitSettings.from((name, usual, least, most) ->
            switch (name) {
              case "TOUCHSTONE_DEFAULT_MEMORY_MIB" -> 100;
              case "TOUCHSTONE_MOST_MEMORY_MIB" -> 200;
              case "TOUCHSTONE_MOST_OUTPUT_MIB" -> 30;
              case "TOUCHSTONE_MOST_TIME_SECONDS" -> 40;
              case "TOUCHSTONE_MOST_COMPILATION_SECONDS" -> 50;
              default -> throw new AssertionError(name);
            });
    assertThat(read).isEqualTo(new LimitSettings(100, new LimitCaps(200, 30, 40, 50)));
    assertThat(LimitSettings.from((_, usual, _, _) -> usual)).isEqualTo(LimitSettings.STANDARD);
  }
}
