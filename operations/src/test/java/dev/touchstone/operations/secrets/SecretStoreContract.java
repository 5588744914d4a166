package dev.touchstone.operations.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.secrets.SecretStore.Entry;
import org.junit.jupiter.api.Test;

/** What every store of secrets does. */
interface SecretStoreContract {
  /** A store in which {@code internal-token} may exist but has no value. */
  SecretStore store();

  @Test
  default void aValueIsGivenOnce() {
    SecretStore store = store();
    assertThat(store.find("internal-token")).isEmpty();
    assertThat(store.create("internal-token", "first")).isTrue();
    assertThat(store.create("internal-token", "second")).isFalse();
    assertThat(store.find("internal-token").orElseThrow().text().strip()).isEqualTo("first");
  }

  @Test
  default void whatAnotherHasChangedIsNotReplaced() {
    SecretStore store = store();
    assertThat(store.create("internal-token", "first")).isTrue();
    Entry old = store.find("internal-token").orElseThrow();
    assertThat(store.replace("internal-token", old, "second")).isTrue();
    assertThat(store.replace("internal-token", old, "third")).isFalse();
    assertThat(store.find("internal-token").orElseThrow().text().strip()).isEqualTo("second");
    assertThat(old.toString()).doesNotContain("first");
  }
}
