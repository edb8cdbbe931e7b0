package dev.wasmscope.app.runconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

class RunConfigurationModelTest {
  private static final List<EntryPoint.Choice> CHOICES =
      EntryPoint.choices(
          WatParser.parse(
                  """
                  (module
                    (type $Person (struct (field $name (ref string)) (field $age i32)))
                    (func (export "add") (param i32 f64))
                    (func (export "go"))
                    (func (export "greet") (param (ref string) (ref $Person) v128 externref)))
                  """
                      .getBytes(StandardCharsets.UTF_8),
                  FeatureSet.ALL)
              .module());

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
  void argumentsBeginAsTheLeastOfTheirTypeAndAreCheckedByIt() {
    RunConfigurationModel model =
        new RunConfigurationModel(CHOICES, RunConfiguration.DEFAULT.calling("greet", List.of()));
    assertEquals(
        List.of("\"\"", "{name: \"\", age: 0}", "i32x4 0 0 0 0", "null"),
        model.arguments().stream().map(ObservableValue::getValue).toList());
    assertEquals(Optional.empty(), model.problem());
    model.arguments().getFirst().set("Ann");
    model.arguments().get(1).set("{\"Ann\", 42}");
    model.arguments().get(2).set("f64x2:1.5 -0");
    model.arguments().get(3).set("\"text\"");
    assertEquals(Optional.empty(), model.problem());
    model.arguments().get(1).set("{\"Ann\"}");
    assertEquals(Optional.of("the structure has 2 fields, found 1"), model.problem());
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
            List.of("env=host.wasm"),
            true,
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
