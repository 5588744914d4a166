package dev.touchstone.exercises.topic;

import dev.touchstone.platformdata.database.JsonColumn;
import java.util.Map;

/**
 * A category or tag, on the wire.
 *
 * @param kind {@code category} or {@code tag}
 * @param name as packages write it
 * @param labels what readers see, by locale
 * @param exercises how many have it, those that are not active included
 */
record Topic(String kind, String name, @JsonColumn Map<String, String> labels, int exercises) {
  static final String CATEGORY = "category";
  static final String TAG = "tag";

  Topic {
    labels = Map.copyOf(labels);
  }
}
