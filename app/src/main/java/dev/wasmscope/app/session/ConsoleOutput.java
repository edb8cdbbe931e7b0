package dev.wasmscope.app.session;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Decodes what a program writes as UTF-8, whatever the boundaries of its writes. */
final class ConsoleOutput extends OutputStream {
  private static final int BUFFER = 8192;

  private final Consumer<String> listener;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] rest = {};

  ConsoleOutput(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.allocate(rest.length + length);
    in.put(rest).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(BUFFER);
    StringBuilder text = new StringBuilder();
    boolean more = true;
    while (more) {
      more = decoder.decode(in, out, false).isOverflow();
      text.append(out.flip());
      out.clear();
    }
    rest = new byte[in.remaining()];
    in.get(rest);
    if (!text.isEmpty()) {
      listener.accept(text.toString());
    }
  }
}
