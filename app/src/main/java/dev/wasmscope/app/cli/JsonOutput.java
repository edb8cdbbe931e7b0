package dev.wasmscope.app.cli;

import java.io.PrintStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: what {@code --json} prints. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Prints a tree of records, lists, maps and scalars as one indented JSON document. */
  public static void print(Object result, PrintStream out) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    out.println(mapper.writeValueAsString(result));
  }
}
