package dev.wasmscope.profile.io.json;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/** Escapes what an HTML parser could take for markup, so that JSON can stand inside a page. */
final class MarkupEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
    codes['<'] = CharacterEscapes.ESCAPE_STANDARD;
    codes['>'] = CharacterEscapes.ESCAPE_STANDARD;
    codes['&'] = CharacterEscapes.ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return null;
  }
}
