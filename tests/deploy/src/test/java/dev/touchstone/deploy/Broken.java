package dev.touchstone.deploy;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Releases in which one value is different. */
final class Broken {
  private static final JsonMapper JSON = new JsonMapper();

  private Broken() {}

  /**
   * A release in which a value of an object is another one.
   *
   * @param object kind and name
   * @param pointer where the value is, or is to be
   * @param value JSON; empty to remove what is there
   */
  static Release release(String release, String object, String pointer, String value) {
    Release sound = Charts.release(release);
    List<KubernetesObject> objects =
        sound.objects().stream()
            .map(each -> each.id().equals(object) ? changed(each, pointer, value) : each)
            .toList();
    if (objects.equals(sound.objects())) {
      throw new AssertionError(object + pointer + " is already " + value);
    }
    return new Release(sound.chart(), sound.values(), sound.namespace(), objects);
  }

  /** An object in which a value is another one. */
  static KubernetesObject changed(KubernetesObject object, String pointer, String value) {
    JsonNode copy = object.json().deepCopy();
    JsonPointer path = JsonPointer.compile(pointer);
    JsonNode parent = copy.at(path.head());
    String last = path.last().getMatchingProperty();
    if (parent instanceof ObjectNode map) {
      if (value.isEmpty()) {
        map.remove(last);
      } else {
        map.set(last, JSON.readTree(value));
      }
    } else if (parent instanceof ArrayNode array) {
      // An index past the end adds an item.
      if (Integer.parseInt(last) < array.size()) {
        array.set(Integer.parseInt(last), JSON.readTree(value));
      } else {
        array.add(JSON.readTree(value));
      }
    } else {
      throw new AssertionError(object.id() + " has nothing at " + pointer);
    }
    return new KubernetesObject(copy);
  }
}
