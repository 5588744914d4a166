package dev.touchstone.exercises.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of files beside a statement that are served; no other type is. */
enum AttachmentType {
  PNG("png", "image/png", true),
  JPG("jpg", "image/jpeg", true),
  JPEG("jpeg", "image/jpeg", true),
  GIF("gif", "image/gif", true),
  WEBP("webp", "image/webp", true),
  /** May contain scripts: shown in a page, where browsers do not run them, but never as a page. */
  SVG("svg", "image/svg+xml", false),
  PDF("pdf", "application/pdf", false),
  ZIP("zip", "application/zip", false),
  TXT("txt", "text/plain; charset=utf-8", false);

  private final String extension;
  private final String mediaType;
  private final boolean opened;

  AttachmentType(String extension, String mediaType, boolean opened) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.opened = opened;
  }

  /** The type of a file by the end of its name. */
  static Optional<AttachmentType> of(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.extension.equals(extension)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether a browser that is sent to it may open it; otherwise it is a download. */
  boolean isOpened() {
    return opened;
  }
}
