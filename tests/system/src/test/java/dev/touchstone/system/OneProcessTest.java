package dev.touchstone.system;

import dev.touchstone.testing.HttpProbe;

/** The story, with all parts in one process. */
class OneProcessTest extends LearnerStory {
  @Override
  HttpProbe platform() {
    return OneProcess.shared().probe();
  }
}
