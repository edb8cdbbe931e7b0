package dev.wasmscope.app.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FunctionNamesTest {
  @Test
  void rustNamesLoseLengthsHashAndEscapes() {
    assertEquals(
        "json_pretty::Parser::value",
        FunctionNames.readable("_ZN11json_pretty6Parser5value17hf4193af58379b7c8E"));
    assertEquals(
        "core::ptr::drop_in_place<alloc::string::String>",
        FunctionNames.readable(
            "_ZN4core3ptr42drop_in_place$LT$alloc..string..String$GT$17h0123456789abcdefE"));
  }

  @Test
  void whatIsNoMangledNameStays() {
    assertEquals("$main", FunctionNames.readable("$main"));
    assertEquals("_ZN3fooE.cold", FunctionNames.readable("_ZN3fooE.cold"));
    assertEquals("_ZN99fooE", FunctionNames.readable("_ZN99fooE"));
    assertEquals("_ZN99999999999fooE", FunctionNames.readable("_ZN99999999999fooE"));
  }
}
