package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BubblewrapFaultsTest {
  @Test
  void namesTheFaultsOfAVersion() {
    Protection old = new BubblewrapFaults("0.3.1", false).protection();
    assertThat(old.active()).isFalse();
    assertThat(old.detail()).contains("0.3.1", "CVE-2019-12439", "until 0.3.3");
    assertThat(new BubblewrapFaults("0.8.0", false).protection())
        .satisfies(common -> assertThat(common.active()).isTrue())
        .satisfies(common -> assertThat(common.detail()).contains("CVE-2026-87766"));
    assertThat(new BubblewrapFaults("0.12.0", true).protection().detail()).isEqualTo("0.12.0");
  }

  @Test
  void namesThoseOfASetuidInstallationOnlyThere() {
    for (String version : new String[] {"0.4.0", "0.11.1"}) {
      assertThat(new BubblewrapFaults(version, false).protection().active()).isTrue();
      assertThat(new BubblewrapFaults(version, true).protection().active()).isFalse();
    }
    assertThat(new BubblewrapFaults("0.4.0", true).protection().detail()).contains("CVE-2020-5291");
  }

  @Test
  void asksTheInstalledOne() {
    BubblewrapFaults installed = BubblewrapFaults.of(Path.of("/usr/bin/bwrap"));
    assertThat(installed.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(installed.setuid()).isFalse();
    assertThat(BubblewrapFaults.of(Path.of("/usr/bin/true")).protection().active()).isFalse();
  }
}
