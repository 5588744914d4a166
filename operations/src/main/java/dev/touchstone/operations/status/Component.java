package dev.touchstone.operations.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of the platform as people know them, by the names that the gateway's {@code /ready}
 * reports.
 */
final class Component {
  /** The gateway itself: it answers. */
  static final String GATEWAY = "gateway";

  /** Always on the page, also when nothing answers. */
  static final List<String> ALWAYS = List.of(GATEWAY, "user-management", "exercises", "scores");

  private static final Map<String, Words> NAMES = names();

  private Component() {}

  private static Map<String, Words> names() {
    Map<String, Words> names = new LinkedHashMap<>();
    names.put(GATEWAY, new Words("Website and API", "Trang web và API"));
    names.put("user-management", new Words("Accounts and sign-in", "Tài khoản và đăng nhập"));
    names.put("exercises", new Words("Exercises", "Bài tập"));
    names.put("scores", new Words("Submissions and scores", "Bài nộp và điểm"));
    names.put("judge", new Words("Judging", "Chấm bài"));
    names.put("database", new Words("Database", "Cơ sở dữ liệu"));
    return names;
  }

  /** Those that an incident can affect. */
  static List<String> known() {
    return List.copyOf(NAMES.keySet());
  }

  /** Its name for people; one that is not known here keeps its own. */
  static Words nameOf(String component) {
    return NAMES.getOrDefault(component, new Words(component, component));
  }

  /** The order on the page: those that are known here first. */
  static int order(String component) {
    int place = known().indexOf(component);
    return place < 0 ? NAMES.size() : place;
  }
}
