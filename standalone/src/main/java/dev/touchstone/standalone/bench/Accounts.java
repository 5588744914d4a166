package dev.touchstone.standalone.bench;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Accounts of simulated learners, {@code bench-1} to {@code bench-N}. All have one password, which
 * is hashed once: hashing thousands would take minutes and is not what is measured. Signing in
 * costs each of them what it costs anybody.
 */
public final class Accounts {
  /** Of all of them. */
  public static final String PASSWORD = "a class at work, for a benchmark";

  private static final String COPY =
      """
      INSERT INTO users (username, email, password_hash, display_name, role, locale, is_active,
        created_at, updated_at)
      SELECT 'bench-' || number, 'bench-' || number || '@example.org', password_hash,
        'bench-' || number, role, locale, is_active, created_at, updated_at
      FROM users, generate_series(2, ?) AS number
      WHERE username = 'bench-1'
      """;

  private Accounts() {}

  /** The name of an account, from 1. */
  public static String username(int number) {
    return "bench-" + number;
  }

  /**
   * Makes them on a new platform.
   *
   * @param gateway its public address
   * @param database that of user management
   */
  public static void make(URI gateway, Connection database, int number)
      throws IOException, InterruptedException, SQLException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Map<String, String> first =
          Map.of(
              "username", username(1), "email", username(1) + "@example.org", "password", PASSWORD);
      URI address = gateway.resolve("/api/v1/auth/register");
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(first)))
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        throw new IOException("The registration was refused: " + response.body());
      }
    }
    try (PreparedStatement copy = database.prepareStatement(COPY)) {
      copy.setInt(1, number);
      int _ = copy.executeUpdate();
    }
  }
}
