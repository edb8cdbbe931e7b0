package dev.wasmscope.profile.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A message in the wire format of protocol buffers. Fields of value 0 are left out. */
final class ProtoOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtoOutput number(int field, long value) {
    if (value != 0) {
      varint((long) field << 3);
      varint(value);
    }
    return this;
  }

  ProtoOutput text(int field, String value) {
    return content(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoOutput message(int field, ProtoOutput message) {
    return content(field, message.bytes.toByteArray());
  }

  private ProtoOutput content(int field, byte[] content) {
    varint(((long) field << 3) | 2);
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  /** A number without a field, for packed rows. */
  ProtoOutput varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    bytes.writeTo(out);
  }
}
