package dev.wasmscope.profile.io.json;

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
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Streams JSON: columns of tables, and numbers as short as they can be. Failing to write throws
 * Jackson's unchecked exception around the {@link java.io.IOException}.
 */
public final class JsonOut implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final JsonFactory FOR_MARKUP =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new MarkupEscapes())
          .build();

  private final JsonGenerator json;

  private JsonOut(JsonGenerator json) {
    this.json = json;
  }

  /** JSON in UTF-8; closing it flushes the stream and leaves it open. */
  public static JsonOut to(OutputStream out) {
    return new JsonOut(FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8));
  }

  /**
   * JSON that may stand in a page: ASCII only, nothing in it can end a script or open a comment.
   */
  public static JsonOut forMarkup(OutputStream out) {
    return new JsonOut(
        FOR_MARKUP.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8));
  }

  @Override
  public void close() {
    json.close();
  }

  /** A member that is an object. */
  public JsonOut object(String name, Runnable body) {
    json.writeName(name);
    return object(body);
  }

  /** An object. */
  public JsonOut object(Runnable body) {
    json.writeStartObject();
    body.run();
    json.writeEndObject();
    return this;
  }

  /** A member that is an array. */
  public JsonOut array(String name, Runnable body) {
    json.writeName(name);
    json.writeStartArray();
    body.run();
    json.writeEndArray();
    return this;
  }

  /** A member that is a string. */
  public JsonOut member(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  /** A member that is true or false. */
  public JsonOut member(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  /** A member that is a number. */
  public JsonOut member(String name, double value) {
    json.writeName(name);
    return number(value);
  }

  /** A member that is a whole number. */
  public JsonOut member(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  /** A member that is null. */
  public JsonOut none(String name) {
    json.writeNullProperty(name);
    return this;
  }

  /** A string as an element. */
  public JsonOut text(String value) {
    json.writeString(value);
    return this;
  }

  /** True or false as an element. */
  public JsonOut bool(boolean value) {
    json.writeBoolean(value);
    return this;
  }

  /** Null as an element. */
  public JsonOut none() {
    json.writeNull();
    return this;
  }

  /** A number; without a fraction when it is whole. */
  public JsonOut number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
    return this;
  }

  /** A column of numbers. */
  public JsonOut column(String name, int size, IntToDoubleFunction value) {
    return rows(name, size, i -> number(value.applyAsDouble(i)));
  }

  /** A column of rows of another table; negative ones become null. */
  public JsonOut references(String name, int size, IntUnaryOperator row) {
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
  public JsonOut nulls(String name, int size) {
    return rows(name, size, _ -> none());
  }

  /** A column of texts. */
  public JsonOut texts(String name, int size, IntFunction<String> value) {
    return rows(name, size, i -> text(value.apply(i)));
  }

  /** An array without a name, as an element of another. */
  public JsonOut row(int size, IntConsumer cell) {
    json.writeStartArray();
    for (int i = 0; i < size; i++) {
      cell.accept(i);
    }
    json.writeEndArray();
    return this;
  }

  /** A column whose cells {@code cell} writes. */
  public JsonOut rows(String name, int size, IntConsumer cell) {
    return array(
        name,
        () -> {
          for (int i = 0; i < size; i++) {
            cell.accept(i);
          }
        });
  }
}
