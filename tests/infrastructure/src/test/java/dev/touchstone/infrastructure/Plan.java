package dev.touchstone.infrastructure;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A plan in the form of {@code terraform show -json}.
 *
 * @param within limits resources to a module: its address with a dot at the end; empty for the
 *     whole plan
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">Its format</a>
 */
record Plan(JsonNode json, String within) {
  Plan(JsonNode json) {
    this(json, "");
  }

  /**
   * A resource as it will be.
   *
   * @param module the address of its module; empty for the root module
   * @param values the known attributes
   */
  record Resource(String address, String module, String type, JsonNode values) {
    /** The text of an attribute; empty if it is not set or not known yet. */
    String text(String attribute) {
      return values.path(attribute).asString("");
    }
  }

  /**
   * What a plan would do to a resource.
   *
   * @param attributes those that would change
   */
  record Change(String address, String type, String actions, Set<String> attributes) {}

  /** What the plan says of a module, as if the module were planned by itself. */
  Plan within(String module) {
    return new Plan(json, within + "module." + module + ".");
  }

  /** All managed resources, of child modules too. */
  Stream<Resource> resources() {
    return resources(json.path("planned_values").path("root_module"))
        .filter(resource -> resource.address().startsWith(within))
        .map(this::relative);
  }

  private Resource relative(Resource resource) {
    // The module's own address has no dot at the end.
    String module = resource.module() + ".";
    return new Resource(
        resource.address().substring(within.length()),
        module.length() > within.length() ? resource.module().substring(within.length()) : "",
        resource.type(),
        resource.values());
  }

  Stream<Resource> resources(String type) {
    return resources().filter(resource -> resource.type().equals(type));
  }

  /** All that would not stay as it is. */
  Stream<Change> changes() {
    return json.path("resource_changes")
        .valueStream()
        .filter(change -> change.path("mode").asString("").equals("managed"))
        .filter(change -> !actions(change).equals("no-op"))
        .map(change ->
            new Change(
                change.path("address").asString(""),
                change.path("type").asString(""),
                actions(change),
                changed(change.path("change"))));
  }

  private static String actions(JsonNode change) {
    return String.join(
        ", ", change.path("change").path("actions").valueStream().map(JsonNode::asString).toList());
  }

  private static Set<String> changed(JsonNode change) {
    Set<String> names = new TreeSet<>(change.path("before").propertyNames());
    names.addAll(change.path("after").propertyNames());
    names.addAll(change.path("after_unknown").propertyNames());
    names.removeIf(name ->
        change.path("before").path(name).equals(change.path("after").path(name))
            && !change.path("after_unknown").path(name).asBoolean(false));
    return names;
  }

  private static Stream<Resource> resources(JsonNode module) {
    Stream<Resource> own =
        module
            .path("resources")
            .valueStream()
            .filter(resource -> resource.path("mode").asString("").equals("managed"))
            .map(resource ->
                new Resource(
                    resource.path("address").asString(""),
                    module.path("address").asString(""),
                    resource.path("type").asString(""),
                    resource.path("values")));
    return Stream.concat(own, module.path("child_modules").valueStream().flatMap(Plan::resources));
  }
}
