package dev.wasmscope.engine.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.wasi.abi.Errno;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentCallsTest {

  @Test
  void argumentsFollowTheProgramsNameAndEndWithZero() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.none())) {
      program.succeed("args_sizes_get", 0, 4);
      assertEquals(3, program.i32(0));
      assertEquals("test\0a\0bß\0".length() + 1, program.i32(4));

      program.succeed("args_get", 0x10, 0x40);
      assertEquals("test", program.text(program.i32(0x10)));
      assertEquals("a", program.text(program.i32(0x14)));
      assertEquals("bß", program.text(program.i32(0x18)));
    }
  }

  @Test
  void theEnvironmentIsWhatIsGrantedAndNothingElse() throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("ZULU", "last letter");
    variables.put("ALPHA", "");
    Permissions permissions = Permissions.none().withEnvironment(variables);
    try (TestProgram program = TestProgram.with(permissions)) {
      program.succeed("environ_sizes_get", 0, 4);
      assertEquals(2, program.i32(0));
      program.succeed("environ_get", 0x10, 0x40);
      assertEquals("ZULU=last letter", program.text(program.i32(0x10)));
      assertEquals("ALPHA=", program.text(program.i32(0x14)));
    }
    try (TestProgram program = TestProgram.with(Permissions.standard())) {
      program.succeed("environ_sizes_get", 0, 4);
      assertEquals(0, program.i32(0));
      assertEquals(0, program.i32(4));
    }
  }

  @Test
  void addressesOutsideTheMemoryFail() throws IOException {
    try (TestProgram program = TestProgram.with(Permissions.none())) {
      assertEquals(Errno.FAULT, program.call("args_sizes_get", 0, TestProgram.MEMORY_SIZE - 3));
      assertEquals(Errno.FAULT, program.call("args_get", 0, TestProgram.MEMORY_SIZE - 8));
      assertEquals(Errno.FAULT, program.call("args_get", -4, 0));
    }
  }
}
