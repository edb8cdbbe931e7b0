package dev.wasmscope.app.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.control.ValueRow;
import dev.wasmscope.app.session.Frame;
import dev.wasmscope.app.session.Halt;
import dev.wasmscope.app.session.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class InspectModelTest {
  private final SimpleObjectProperty<Halt> halt = new SimpleObjectProperty<>();
  private final SimpleIntegerProperty frame = new SimpleIntegerProperty();
  private final InspectModel model = new InspectModel(halt, frame, new FakeProgram());

  private static List<Variable> values(int... values) {
    return Arrays.stream(values).mapToObj(FakeProgram::number).toList();
  }

  private static Frame frame(String function, List<Variable> locals, List<Variable> operands) {
    return new Frame(function, Optional.empty(), locals, operands);
  }

  private void stop(Frame... frames) {
    halt.set(new Halt(Halt.Kind.STEP, "", "", List.of(frames), List.of(), List.of(), 1));
  }

  private List<Boolean> changed(InspectModel.Group group) {
    return model.values(group).stream().map(ValueRow::changed).toList();
  }

  @Test
  void onlyWhatTheStepChangedIsMarked() {
    stop(frame("f", values(1, 2), values()));
    assertEquals(List.of(false, false), changed(InspectModel.Group.LOCALS));
    stop(frame("f", values(1, 3), values()));
    assertEquals(List.of(false, true), changed(InspectModel.Group.LOCALS));
  }

  @Test
  void operandsAreComparedFromTheBottom() {
    stop(frame("f", values(), values(7)));
    stop(frame("f", values(), values(9, 7)));
    assertEquals(List.of(true, false), changed(InspectModel.Group.OPERANDS));
  }

  @Test
  void aCalleeIsComparedWithNothing() {
    stop(frame("f", values(1), values()));
    stop(frame("g", values(5), values()), frame("f", values(1), values()));
    assertEquals(List.of(false), changed(InspectModel.Group.LOCALS));
    frame.set(1);
    assertEquals(List.of(false), changed(InspectModel.Group.LOCALS));
    assertEquals("1", model.values(InspectModel.Group.LOCALS).getFirst().value());
  }

  @Test
  void aProgramThatRunsShowsNothing() {
    stop(frame("f", values(1), values(2)));
    halt.set(null);
    assertEquals(List.of(), model.frames());
    assertEquals(List.of(), model.values(InspectModel.Group.LOCALS));
    assertEquals(List.of(), model.values(InspectModel.Group.OPERANDS));
  }
}
