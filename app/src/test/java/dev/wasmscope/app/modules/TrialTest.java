package dev.wasmscope.app.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.WatParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

  @TempDir private Path folder;

  private Trial tried(String wat) {
    byte[] text = wat.getBytes(StandardCharsets.UTF_8);
    return Trial.of(LoadedModule.load("m.wat", text, FeatureSet.DEFAULT), folder);
  }

  /** Tries a program of this name that does nothing. */
  private Trial command(String name) {
    byte[] text = "(module (func (export \"_start\")))".getBytes(StandardCharsets.UTF_8);
    byte[] binary = BinaryWriter.write(WatParser.parse(text, FeatureSet.DEFAULT).module());
    return Trial.of(LoadedModule.load(name, binary, FeatureSet.DEFAULT), folder);
  }

  @Test
  void aCommandRuns() {
    assertEquals(
        new Trial(true, "ran without arguments"), tried("(module (func (export \"_start\")))"));
    assertEquals(
        new Trial(false, "trapped: unreachable"),
        tried("(module (func (export \"_start\") unreachable))"));
    assertEquals(
        new Trial(false, "status 3"),
        tried(
            """
            (module
              (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
              (memory (export "memory") 1)
              (func (export "_start") (call $exit (i32.const 3))))
            """));
  }

  @Test
  void aProgramThatDoesNotDoItsErrandHasNotRun() {
    assertEquals(new Trial(false, "text was not replaced by text.bz2"), command("bzip2.wasm"));
    assertEquals(new Trial(false, "the answer is "), command("quickjs.wasm"));
  }

  @Test
  void anotherModuleIsInitializedWithStubs() {
    String host = "(import \"env\" \"f\" (func $f))";
    assertEquals(
        new Trial(true, "called _initialize"),
        tried("(module " + host + "(func (export \"_initialize\") (call $f)))"));
    assertEquals(
        new Trial(false, "trapped: unreachable"),
        tried("(module " + host + "(func (export \"_initialize\") (call $f) unreachable))"));
    assertEquals(
        new Trial(true, "instantiated"),
        tried("(module " + host + "(func (export \"run\") unreachable))"));
    assertEquals(new Trial(false, "exports no function"), tried("(module)"));
  }
}
