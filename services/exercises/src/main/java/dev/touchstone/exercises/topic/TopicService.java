package dev.touchstone.exercises.topic;

import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import java.util.Map;

/** Shows and changes the labels of topics. Thread-safe. */
public final class TopicService {
  private final TopicStore topics;
  private final Runnable changed;

  /**
   * Creates the service.
   *
   * @param changed called after every change
   */
  public TopicService(TopicStore topics, Runnable changed) {
    this.topics = topics;
    this.changed = changed;
  }

  /** All topics, on the wire. */
  record Listing(List<Topic> items) {}

  Listing list() {
    return new Listing(topics.all());
  }

  /**
   * Replaces the labels of a topic.
   *
   * @throws ProblemException 404 {@code topic_not_found}
   */
  Topic put(String kind, String name, Map<String, String> labels) {
    Topic topic =
        topics
            .put(kind, name, labels)
            .orElseThrow(() ->
                ProblemException.notFound(
                    "topic_not_found", "No exercise has this category or tag."));
    changed.run();
    return topic;
  }
}
