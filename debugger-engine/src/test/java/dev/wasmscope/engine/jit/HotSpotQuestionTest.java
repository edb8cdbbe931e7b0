package dev.wasmscope.engine.jit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.wasmscope.engine.vector.VectorClasses;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What code asks HotSpot, see {@link VectorClasses#hotSpot}. */
@Timeout(60)
class HotSpotQuestionTest {

  /** So many calls that HotSpot optimises the method that is asked. */
  private static final int OFTEN = 2_000_000;

  @Test
  void theQuestionItselfBeingOptimisedDoesNotAnswerForWhoAsks() throws Exception {
    ClassDesc hotSpot = VectorClasses.find().orElseThrow().hotSpot();
    Method isOptimised =
        Class.forName(hotSpot.packageName() + "." + hotSpot.displayName())
            .getMethod("isOptimised", Object.class);
    Object[] variables = {"a", "b"};
    for (int i = 0; i < OFTEN; i++) {
      assertFalse((boolean) isOptimised.invoke(null, variables[i % 2]));
    }
  }
}
