package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorResetTest {
  @Test
  void letsInTheAdministratorWhoIsLockedOut() {
    String database = TestDatabase.createUrl();
    try (RunningService service = RunningService.start(database)) {
      Person administrator = service.administrator();
      OperatorReset.Result result = OperatorReset.run(database, "ADMIN");
      assertThat(result.username()).isEqualTo("admin");
      assertThat(service.get(administrator.token(), "/api/v1/users/me").code())
          .isEqualTo("token_revoked");
      Person again = service.signIn("admin", result.password().reveal());

      Person learner = service.newLearner();
      service.patch(
          again.token(),
          "/api/v1/users/" + learner.id(),
          "/api/v1/users/{id}",
          Map.of("is_active", false));
      assertThatThrownBy(() -> OperatorReset.run(database, learner.username()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is closed");
      assertThatThrownBy(() -> OperatorReset.run(database, "nobody"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("no account with the name nobody");
    }
  }
}
