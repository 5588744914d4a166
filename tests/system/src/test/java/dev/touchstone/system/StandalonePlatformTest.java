package dev.touchstone.system;

import dev.touchstone.testing.HttpProbe;

/** The story, as on a laptop. */
class StandalonePlatformTest extends LearnerStory {
  @Override
  HttpProbe platform() {
    return StandalonePlatform.shared().probe();
  }
}
