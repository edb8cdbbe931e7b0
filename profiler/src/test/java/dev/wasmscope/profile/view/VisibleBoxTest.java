package dev.wasmscope.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Profiles;
import dev.wasmscope.profile.model.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleBoxTest {
  private static FlameLayout layout(int samples) {
    Profile profile = Profiles.random(11, samples, 10);
    return FlameLayout.timeOrder(profile, profile.threads().getFirst(), TimeRange.ALL);
  }

  @Test
  void drawsEveryBoxOnceAndFewMoreThanPixels() {
    for (FlameRow row : layout(20_000).rows()) {
      List<VisibleBox> visible = VisibleBox.of(row, Viewport.ALL, 500);
      assertTrue(visible.size() <= 1000, () -> visible.size() + " boxes on 500 pixels");
      int next = 0;
      for (VisibleBox box : visible) {
        assertEquals(next, box.first());
        next += box.count();
        assertTrue(!box.merged() || row.width(box.first()) * 500 < 1);
      }
      assertEquals(row.size(), next);
    }
  }

  @Test
  void aViewportShowsOnlyWhatIsInside() {
    FlameRow row = layout(1000).rows().get(2);
    Viewport viewport = new Viewport(0.25, 0.1);
    for (VisibleBox box : VisibleBox.of(row, viewport, 1e9)) {
      assertEquals(1, box.count());
      assertTrue(row.end(box.first()) > 0.25 && row.start(box.first()) < 0.35);
      assertTrue(box.left() >= 0 && box.right() <= 1);
    }
  }

  @Test
  void zoomKeepsThePlaceUnderThePointer() {
    Viewport before = new Viewport(0.2, 0.4);
    Viewport after = before.zoom(0.5, 0.25);
    assertEquals(before.toLayout(0.25), after.toLayout(0.25), 1e-12);
    assertEquals(Viewport.ALL, before.zoom(100, 0.5));
    assertEquals(new Viewport(0.6, 0.4), before.pan(5));
  }
}
