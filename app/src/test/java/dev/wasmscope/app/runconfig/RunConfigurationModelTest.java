package dev.wasmscope.app.runconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.NumType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunConfigurationModelTest {
  private static final List<EntryPoint.Choice> CHOICES =
      List.of(
          new EntryPoint.Choice("add", new FuncType(List.of(NumType.I32, NumType.F64), List.of())),
          new EntryPoint.Choice("go", new FuncType(List.of(), List.of())));

  @Test
  void theNaturalEntryIsTheFirstThatNeedsNothing() {
    RunConfigurationModel model = new RunConfigurationModel(CHOICES, RunConfiguration.DEFAULT);
    assertEquals("go", model.entry().get().export());
    assertTrue(model.arguments().isEmpty());
  }

  @Test
  void argumentsFollowTheParametersAndAreChecked() {
    RunConfigurationModel model =
        new RunConfigurationModel(
            CHOICES, RunConfiguration.DEFAULT.calling("add", List.of("1", "2.5")));
    assertEquals("2.5", model.arguments().get(1).get());
    assertTrue(model.problem().isEmpty());
    model.arguments().getFirst().set("1.5");
    assertTrue(model.problem().isPresent());
    model.entry().set(CHOICES.get(1));
    assertTrue(model.problem().isEmpty());
  }

  @Test
  void whatIsEditedIsWhatComesOut() {
    RunConfiguration before =
        new RunConfiguration(
            "add",
            List.of("1", "2"),
            List.of("-v", "a b", ""),
            List.of("/x::y"),
            Map.of("K", "a=b"),
            "text",
            true);
    assertEquals(before, new RunConfigurationModel(CHOICES, before).result());
  }

  @Test
  void variablesNeedAName() {
    RunConfigurationModel model = new RunConfigurationModel(CHOICES, RunConfiguration.DEFAULT);
    model.environment().set("PATH");
    assertTrue(model.problem().orElseThrow().contains("NAME=value"));
  }

  @Test
  void programArgumentsAreSplitAtBlanksOutsideQuotes() {
    assertEquals(
        List.of("a", "b c", "d\"e".replace("\"", ""), ""),
        RunConfigurationModel.split(" a \"b c\"  d\"e\" \"\" "));
  }
}
