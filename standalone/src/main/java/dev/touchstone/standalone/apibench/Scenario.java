package dev.touchstone.standalone.apibench;

import dev.touchstone.platform.http.Json;
import dev.touchstone.standalone.bench.Accounts;
import dev.touchstone.standalone.bench.RawConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * One kind of request.
 *
 * @param service which answers it, if no cache before it does
 * @param ways on which it is measured
 * @param grows whether it may take longer with more submissions
 */
record Scenario(String name, String service, Set<Way> ways, boolean grows, Requests requests) {
  /** How a request comes to its service. */
  enum Way {
    /** Without anything between. */
    DIRECT,
    /** Through nginx. */
    NGINX,
    /** Through our gateway. */
    GATEWAY
  }

  static final String SIGN_IN = "sign-in";
  static final String CACHED = "exercise, cached in the gateway";
  static final String FORWARDED = "exercise, cached in the service";
  static final String LIST = "list with search";
  static final String LEADERBOARD = "leaderboard";

  private static final Set<Way> ALL = Set.of(Way.values());
  private static final Set<Way> FRONTS = Set.of(Way.NGINX, Way.GATEWAY);
  private static final int SHOWN = 50;
  private static final int LETTERS = 26;
  private static final int TAGS = LETTERS * LETTERS * LETTERS;
  private static final List<String> WORDS =
      List.of("sum", "string", "graph", "loop", "tong", "chuoi", "number", "print");

  /** The gateway caches nothing for who sends a cookie. */
  private static final Map<String, String> PERSONAL = Map.of("Cookie", "bench=1");

  private static final AtomicLong PROGRAMS = new AtomicLong();

  /** Copies the set. */
  Scenario {
    ways = Set.copyOf(ways);
  }

  /** Signing in: each time another one of the accounts. */
  static Scenario signIn(int accounts) {
    return new Scenario(
        SIGN_IN,
        "user-management",
        ALL,
        false,
        Requests.numbered(number -> {
          Map<String, String> body =
              Map.of(
                  "username",
                  Accounts.username(1 + number % accounts),
                  "password",
                  Accounts.PASSWORD);
          return RawConnection.post(
              "/api/v1/auth/login", Map.of(), Json.MAPPER.writeValueAsString(body));
        }));
  }

  /** What needs no account. */
  static List<Scenario> anonymous() {
    String one = "/api/v1/exercises/";
    Requests list =
        Requests.repeated(
            WORDS.size(),
            i -> RawConnection.get("/api/v1/exercises?limit=20&q=" + WORDS.get(i), PERSONAL));
    return List.of(
        of(CACHED, "exercises", FRONTS, i -> RawConnection.get(one + (1 + i), Map.of())),
        of(FORWARDED, "exercises", ALL, i -> RawConnection.get(one + (1 + i), PERSONAL)),
        new Scenario(
            "exercise, uncached",
            "exercises",
            ALL,
            false,
            // In a language that nobody asked for yet.
            Requests.numbered(n ->
                RawConnection.get(
                    one + (1 + n / TAGS % SHOWN) + "?locale=" + tag(n % TAGS), PERSONAL))),
        new Scenario(LIST, "exercises", ALL, true, list),
        new Scenario(
            LEADERBOARD,
            "scores",
            ALL,
            true,
            Requests.repeated(
                1, _ -> RawConnection.get("/api/v1/leaderboard?limit=50", Map.of()))));
  }

  /** What needs one; each request comes from another of those who have signed in. */
  static List<Scenario> signedIn(List<String> tokens, int exercises) {
    return List.of(
        of(
            "exercise, signed in",
            "exercises",
            ALL,
            i -> RawConnection.get("/api/v1/exercises/" + (1 + i), bearer(tokens, i))),
        new Scenario(
            "own progress",
            "scores",
            ALL,
            true,
            Requests.repeated(
                tokens.size(), i -> RawConnection.get("/api/v1/progress", bearer(tokens, i)))),
        new Scenario(
            "submit",
            "scores",
            ALL,
            true,
            Requests.numbered(n ->
                RawConnection.post(
                    "/api/v1/submissions", bearer(tokens, n), submission(n, exercises)))));
  }

  /** The files of the first page, as a browser asks for them. */
  static Scenario staticFiles(List<String> files) {
    return new Scenario(
        "a page's static files",
        "",
        FRONTS,
        false,
        Requests.repeated(
            files.size(), i -> RawConnection.get(files.get(i), Map.of("Accept-Encoding", "gzip"))));
  }

  private static Scenario of(String name, String service, Set<Way> ways, IntFunction<byte[]> make) {
    return new Scenario(name, service, ways, false, Requests.repeated(SHOWN, make));
  }

  private static Map<String, String> bearer(List<String> tokens, int number) {
    return Map.of("Authorization", "Bearer " + tokens.get(Math.floorMod(number, tokens.size())));
  }

  private static String submission(int number, int exercises) {
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "exercise_id",
            1 + number % exercises,
            "language",
            "python3",
            "source",
            "# " + PROGRAMS.incrementAndGet() + "\n" + "print(sum(map(int, input().split())))\n"));
  }

  /** Three letters. */
  private static String tag(int number) {
    StringBuilder tag = new StringBuilder();
    for (int rest = number, i = 0; i < 3; i++) {
      tag.append((char) ('a' + rest % LETTERS));
      rest /= LETTERS;
    }
    return tag.toString();
  }
}
