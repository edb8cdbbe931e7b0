package dev.wasmscope.profile.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Profiles;
import dev.wasmscope.profile.model.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlameLayoutTest {
  private static final double TINY = 1e-12;

  private static FlameLayout timeOrder(Profile profile) {
    return FlameLayout.timeOrder(profile, profile.threads().getFirst(), TimeRange.ALL);
  }

  private static String dump(FlameLayout layout) {
    StringBuilder out = new StringBuilder();
    for (FlameRow row : layout.rows()) {
      for (int i = 0; i < row.size(); i++) {
        FlameBox box = row.box(i);
        out.append(
            String.format(
                "%s[%.2f+%.2f %d/%d] ",
                layout.name(box), box.start(), box.width(), box.self(), box.total()));
      }
      out.append('\n');
    }
    return out.toString();
  }

  @Test
  void leftHeavyPutsTheHeaviestLeftmost() {
    assertEquals(
        """
        a[0.00+0.80 1/8] z[0.80+0.20 2/2]\s
        c[0.00+0.40 4/4] b[0.40+0.30 3/3]\s
        """,
        dump(
            FlameLayout.leftHeavy(
                CallTree.of(Profiles.ofLines("z 2", "a;b 1", "a;c 4", "a;b 2", "a 1")))));
  }

  @Test
  void timeOrderMergesNeighboursOnly() {
    assertEquals(
        """
        a[0.00+0.60 1/6] a[0.80+0.20 0/2]\s
        b[0.00+0.30 3/3] c[0.30+0.20 2/2] b[0.80+0.20 2/2]\s
        """,
        dump(timeOrder(Profiles.ofLines("a;b 1", "a;b 2", "a;c 2", "a 1", " 2", "a;b 2"))));
  }

  @Test
  void everyBoxLiesInsideItsCallerAndNoneOverlap() {
    Profile profile = Profiles.random(3, 3000, 15);
    for (FlameLayout layout :
        List.of(FlameLayout.leftHeavy(CallTree.of(profile)), timeOrder(profile))) {
      for (int r = 0; r < layout.rows().size(); r++) {
        FlameRow row = layout.rows().get(r);
        for (int i = 0; i < row.size(); i++) {
          assertTrue(row.width(i) > 0);
          assertTrue(i == 0 || row.end(i - 1) <= row.start(i) + TINY);
          if (r > 0) {
            FlameRow above = layout.rows().get(r - 1);
            assertTrue(above.start(row.parent(i)) <= row.start(i) + TINY);
            assertTrue(above.end(row.parent(i)) >= row.end(i) - TINY);
          }
        }
      }
    }
  }

  @Test
  void widthsOfCalleesAndSelfMakeUpTheBox() {
    FlameLayout layout = FlameLayout.leftHeavy(CallTree.of(Profiles.random(4, 2000, 10)));
    for (int r = 0; r + 1 < layout.rows().size(); r++) {
      FlameRow row = layout.rows().get(r);
      long[] sums = new long[row.size()];
      FlameRow below = layout.rows().get(r + 1);
      for (int i = 0; i < below.size(); i++) {
        sums[below.parent(i)] += below.total(i);
      }
      for (int i = 0; i < row.size(); i++) {
        assertEquals(row.total(i), row.self(i) + sums[i]);
      }
    }
  }

  @Test
  void bothOrdersHaveTheSameWeight() {
    Profile profile = Profiles.random(5, 1000, 6);
    FlameLayout left = FlameLayout.leftHeavy(CallTree.of(profile));
    FlameLayout time = timeOrder(profile);
    for (int r = 0; r < left.rows().size(); r++) {
      assertEquals(sum(left.rows().get(r)), sum(time.rows().get(r)));
    }
    assertEquals(left.rows().size(), time.rows().size());
  }

  private static long sum(FlameRow row) {
    long sum = 0;
    for (int i = 0; i < row.size(); i++) {
      sum += row.total(i);
    }
    return sum;
  }

  @Test
  void hitFindsTheBoxUnderThePointer() {
    FlameLayout layout =
        FlameLayout.leftHeavy(CallTree.of(Profiles.ofLines("a;b 4", "a;c 2", "a 2", "d 2")));
    assertEquals("b", layout.name(layout.hit(1, 0.2).get()));
    assertEquals("c", layout.name(layout.hit(1, 0.5).get()));
    assertTrue(layout.hit(1, 0.7).isEmpty());
    assertEquals("d", layout.name(layout.hit(0, 0.95).get()));
    assertTrue(layout.hit(9, 0.5).isEmpty());
    assertTrue(layout.hit(0, 1.5).isEmpty());
    FlameBox c = layout.hit(1, 0.5).get();
    assertEquals(List.of("a", "c"), layout.path(c).stream().map(layout::name).toList());
  }

  @Test
  void hitAgreesWithALinearSearch() {
    FlameLayout layout = timeOrder(Profiles.random(6, 500, 8));
    for (FlameRow row : layout.rows()) {
      for (int i = 0; i < row.size(); i++) {
        double middle = (row.start(i) + row.end(i)) / 2;
        assertEquals(i, row.hit(middle).orElse(-1));
      }
    }
  }

  @Test
  void anEmptyProfileHasNoRows() {
    assertEquals(0, FlameLayout.leftHeavy(CallTree.of(Profiles.ofLines())).rows().size());
    assertEquals(0, timeOrder(Profiles.ofLines()).rows().size());
  }
}
