package dev.wasmscope.app.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.session.Halt;
import dev.wasmscope.engine.debug.ThreadSnapshot;
import dev.wasmscope.wasm.module.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ThreadsModelTest {
  private static final Optional<Place> SOMEWHERE = Optional.of(new Place(1, 2));

  private final SimpleObjectProperty<Halt> halt = new SimpleObjectProperty<>();
  private final List<Integer> selected = new ArrayList<>();
  private final ThreadsModel model = new ThreadsModel(halt, selected::add);

  private void stop(int shown) {
    List<ThreadSnapshot> threads =
        List.of(
            new ThreadSnapshot(1, "main", "Waits", true, "join", SOMEWHERE),
            new ThreadSnapshot(2, "thread 1", "Breakpoint #1", false, "work", SOMEWHERE),
            new ThreadSnapshot(3, "thread 2", "Held", false, "work", SOMEWHERE),
            new ThreadSnapshot(4, "thread 3", "Not begun", false, "", Optional.empty()));
    halt.set(new Halt(Halt.Kind.BREAKPOINT, "", "", List.of(), List.of(), threads, shown));
  }

  private List<ThreadRow.Kind> kinds() {
    return model.rows().stream().map(ThreadRow::kind).toList();
  }

  @Test
  void eachThreadIsShownAsWhatItDoes() {
    stop(2);
    assertEquals(
        List.of(
            ThreadRow.Kind.BLOCKED,
            ThreadRow.Kind.SHOWN,
            ThreadRow.Kind.HELD,
            ThreadRow.Kind.EMPTY),
        kinds());
    stop(1);
    assertEquals(ThreadRow.Kind.SHOWN, kinds().getFirst());
    halt.set(null);
    assertEquals(List.of(), model.rows());
  }

  @Test
  void onlyAThreadThatIsNotShownButHasFramesIsSelected() {
    stop(2);
    List.copyOf(model.rows()).forEach(model::select);
    assertEquals(List.of(1, 3), selected);
  }
}
