package dev.wasmscope.app.shell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testfx.framework.junit5.Start;

/** The same journey in a window of the desktop, with its own events, focus and rendering. */
@Tag("real-window")
class RealWindowJourneyTest extends WindowJourneyTest {

  @BeforeAll
  static void needsScreen() {
    assumeTrue(
        System.getenv("DISPLAY") != null, "there is no display; xvfb-run gives one in memory");
  }

  @Start
  @Override
  void start(Stage stage) { // TestFX looks for it in the class itself
    super.start(stage);
  }
}
