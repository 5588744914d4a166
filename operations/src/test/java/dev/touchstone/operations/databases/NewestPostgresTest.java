package dev.touchstone.operations.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class NewestPostgresTest extends DatabasesContract {
  NewestPostgresTest() {
    super(Server.NEWEST);
  }

  @Test
  void isOfTheVersionThatRootDataOffers() throws SQLException {
    assertThat(strings("SHOW server_version")).allMatch(version -> version.startsWith("17."));
  }
}
