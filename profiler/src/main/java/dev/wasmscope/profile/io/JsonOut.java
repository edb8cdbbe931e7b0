package dev.wasmscope.profile.io;

import java.io.OutputStream;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Streams JSON: columns of tables, and numbers as short as they can be. */
final class JsonOut implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  JsonOut(OutputStream out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  @Override
  public void close() {
    json.close();
  }

  JsonOut object(String name, Runnable body) {
    json.writeName(name);
    return object(body);
  }

  JsonOut object(Runnable body) {
    json.writeStartObject();
    body.run();
    json.writeEndObject();
    return this;
  }

  JsonOut array(String name, Runnable body) {
    json.writeName(name);
    json.writeStartArray();
    body.run();
    json.writeEndArray();
    return this;
  }

  JsonOut member(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonOut member(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonOut member(String name, double value) {
    json.writeName(name);
    return number(value);
  }

  JsonOut member(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonOut none(String name) {
    json.writeNullProperty(name);
    return this;
  }

  JsonOut text(String value) {
    json.writeString(value);
    return this;
  }

  JsonOut bool(boolean value) {
    json.writeBoolean(value);
    return this;
  }

  JsonOut none() {
    json.writeNull();
    return this;
  }

  /** A number; without a fraction when it is whole. */
  JsonOut number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
    return this;
  }

  /** A column of numbers. */
  JsonOut column(String name, int size, IntToDoubleFunction value) {
    return rows(name, size, i -> number(value.applyAsDouble(i)));
  }

  /** A column of rows of another table; negative ones become null. */
  JsonOut references(String name, int size, IntUnaryOperator row) {
    return rows(
        name,
        size,
        i -> {
          int value = row.applyAsInt(i);
          if (value < 0) {
            none();
          } else {
            number(value);
          }
        });
  }

  /** A column of one and the same text-free value. */
  JsonOut nulls(String name, int size) {
    return rows(name, size, _ -> none());
  }

  /** A column of texts. */
  JsonOut texts(String name, int size, IntFunction<String> value) {
    return rows(name, size, i -> text(value.apply(i)));
  }

  /** An array without a name, as an element of another. */
  JsonOut row(int size, IntConsumer cell) {
    json.writeStartArray();
    for (int i = 0; i < size; i++) {
      cell.accept(i);
    }
    json.writeEndArray();
    return this;
  }

  /** A column whose cells {@code cell} writes. */
  JsonOut rows(String name, int size, IntConsumer cell) {
    return array(
        name,
        () -> {
          for (int i = 0; i < size; i++) {
            cell.accept(i);
          }
        });
  }
}
