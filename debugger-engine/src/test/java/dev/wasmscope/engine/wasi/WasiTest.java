package dev.wasmscope.engine.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.runtime.MemoryRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasiTest {

  @Test
  void everyFunctionOfPreview1IsThereOnce() throws IOException {
    try (TestProgram program = TestProgram.withInput("")) {
      Set<String> names = new HashSet<>();
      program.functions().forEach(function -> names.add(function.name()));
      assertEquals(46, names.size());
    }
  }

  @Test
  void whatWasWrittenIsKnown() throws IOException {
    try (TestProgram program = TestProgram.withInput("typed")) {
      var memory = program.memory();
      memory.putI32(0x2800, 0x3000);
      memory.putI32(0x2804, 100);
      var call = new WasiCall(program.memory(), 0, 0x2800, 1, 0x100);
      program.run("fd_read", call);
      assertEquals(
          List.of(new MemoryRange(0x3000, 5), new MemoryRange(0x100, 4)), call.memory().written());
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsASentence(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("missing");
    IOException failure =
        assertThrows(IOException.class, () -> TestProgram.in(missing, Access.READ));
    assertEquals(
        missing
            + ", which the program would see as 'data', does not exist;"
            + " grant a directory of this machine",
        failure.getMessage());
    Path file = Files.createFile(directory.resolve("file"));
    assertThrows(IOException.class, () -> TestProgram.in(file, Access.READ));
  }

  @Test
  void directoriesAreGrantedInWords() {
    DirectoryGrant both = DirectoryGrant.parse("/srv/data::/data", Access.READ);
    assertEquals(new DirectoryGrant(Path.of("/srv/data"), "/data", Access.READ), both);
    DirectoryGrant same = DirectoryGrant.parse("books", Access.READ_WRITE);
    assertEquals(new DirectoryGrant(Path.of("books"), "books", Access.READ_WRITE), same);
    assertThrows(IllegalArgumentException.class, () -> DirectoryGrant.parse("::x", Access.READ));
    assertThrows(IllegalArgumentException.class, () -> DirectoryGrant.parse("x::", Access.READ));
    assertThrows(IllegalArgumentException.class, () -> DirectoryGrant.parse("", Access.READ));
  }
}
