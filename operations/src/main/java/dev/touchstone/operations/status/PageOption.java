package dev.touchstone.operations.status;

import picocli.CommandLine.Option;

/** Which status page. */
final class PageOption {
  @Option(
      names = "--page",
      required = true,
      paramLabel = "PLACE",
      description = "where the status page is: a folder, or s3://BUCKET or s3://BUCKET/PREFIX")
  private String page = "";

  StatusPage open(Place place) {
    return new StatusPage(place.open(page));
  }
}
