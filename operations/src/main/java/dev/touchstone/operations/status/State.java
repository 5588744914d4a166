package dev.touchstone.operations.status;

/** What a check found of a component. */
enum State {
  up("Works", "Hoạt động bình thường"),
  down("Does not work", "Không hoạt động"),
  /** Nobody answered for it. */
  unreachable("Unreachable", "Không kết nối được");

  private final String english;
  private final String vietnamese;

  State(String english, String vietnamese) {
    this.english = english;
    this.vietnamese = vietnamese;
  }

  Words words() {
    return new Words(english, vietnamese);
  }
}
