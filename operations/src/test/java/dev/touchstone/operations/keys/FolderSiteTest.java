package dev.touchstone.operations.keys;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderSiteTest implements SiteContract {
  @TempDir Path folder;

  @Override
  public Site site() {
    Site site = new FolderSite(folder);
    site.authorize(Installation.OLD.line());
    return site;
  }
}
