package dev.wasmscope.app.modules;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import dev.wasmscope.wasm.text.ParsedModule;
import dev.wasmscope.wasm.text.PrintOptions;
import dev.wasmscope.wasm.text.WatParser;
import dev.wasmscope.wasm.text.WatPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether a file, printed as text and assembled from it, is the file again.
 *
 * @param equal whether both are the same module
 * @param remark what differs in the bytes; empty if nothing does
 */
record Reassembly(boolean equal, String remark) {

  /** Prints a module, assembles the text, and compares the result with the file. */
  static Reassembly of(byte[] file, Module module, FeatureSet features) {
    var text = WatPrinter.print(module, PrintOptions.FLAT).text();
    ParsedModule parsed = WatParser.parse(text, features);
    if (parsed.hasErrors()) {
      return new Reassembly(false, parsed.diagnostics().getFirst().message());
    }
    return compare(file, BinaryWriter.writeWithNames(parsed.module()), features);
  }

  /** Compares a file with what it was assembled to. */
  static Reassembly compare(byte[] file, byte[] assembled, FeatureSet features) {
    if (Arrays.equals(file, assembled)) {
      return new Reassembly(true, "");
    }
    Map<String, byte[]> before = RawSections.of(file);
    Map<String, byte[]> after = RawSections.of(assembled);
    List<String> remarks = new ArrayList<>();
    if (!Arrays.equals(before.get(RawSections.CODE), after.get(RawSections.CODE))) {
      var bodies =
          new Bodies(
              BinaryReader.readOutline(file, features).module(),
              BinaryReader.readOutline(assembled, features).module());
      if (bodies.firstDifference() >= 0) {
        return new Reassembly(false, "function " + bodies.firstDifference() + " differs");
      }
      remarks.add("numbers and locals %d bytes shorter".formatted(file.length - assembled.length));
    }
    Map<String, byte[]> others = new LinkedHashMap<>(before);
    others.remove(RawSections.CODE);
    for (String section : names(others, after)) {
      if (!Arrays.equals(others.get(section), after.get(section))) {
        return new Reassembly(false, "section " + section + " differs");
      }
    }
    if (!List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
      remarks.add("the names stand at the end");
    }
    return new Reassembly(
        true, remarks.isEmpty() ? "sizes of sections shorter" : String.join(", ", remarks));
  }

  private static TreeSet<String> names(Map<String, byte[]> some, Map<String, byte[]> others) {
    var names = new TreeSet<>(some.keySet());
    names.addAll(others.keySet());
    names.remove(RawSections.CODE);
    return names;
  }
}
