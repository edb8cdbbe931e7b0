package dev.wasmscope.profile.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          _ZN10mandelbrot4draw17he296542e00247abeE | mandelbrot::draw
          _ZN3std10sys_common9backtrace28__rust_begin_short_backtrace17h927336c68acb677cE | std::sys_common::backtrace::__rust_begin_short_backtrace
          _ZN50_$LT$T$u20$as$u20$core..convert..Into$LT$U$GT$$GT$4into17h0123456789abcdefE | <T as core::convert::Into<U>>::into
          _ZN4core3ptr13drop_in_place17h0123456789abcdefE.llvm.123 | core::ptr::drop_in_place
          _ZN4core9999x17h0123456789abcdefE | _ZN4core9999x17h0123456789abcdefE
          _ZN17h0123456789abcdefE | _ZN17h0123456789abcdefE
          _ZNSt6vectorIiE4sizeEv | _ZNSt6vectorIiE4sizeEv
          malloc | malloc
          """)
  void readsPathsAndLeavesTheRest(String mangled, String readable) {
    assertEquals(readable, RustNames.readable(mangled));
  }
}
