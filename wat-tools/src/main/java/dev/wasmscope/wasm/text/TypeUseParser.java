package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.source.Diagnostic;
import dev.wasmscope.wasm.source.DiagnosticCode;
import dev.wasmscope.wasm.source.DiagnosticException;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Parses type uses (§6.6.3): a type by index, written out, or both. */
final class TypeUseParser {

  /**
   * A type use.
   *
   * @param index the index written, or −1
   * @param inline the type written out; empty where none is
   */
  record TypeUse(int index, FuncType inline) {

    boolean isWrittenOut() {
      return !inline.equals(FuncType.EMPTY);
    }
  }

  /** Hears of parameters. */
  interface Parameters {

    /** Whether a parameter may have an identifier. */
    boolean canBeNamed();

    /** Adds a parameter, and takes the identifier at the cursor if there is one. */
    void add(TokenCursor cursor);

    /** Parameters without identifiers. */
    Parameters UNNAMED =
        new Parameters() {
          @Override
          public boolean canBeNamed() {
            return false;
          }

          @Override
          public void add(TokenCursor cursor) {}
        };
  }

  private final TokenCursor cursor;
  private final ParseContext context;
  private final TypeParser types;

  TypeUseParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
    types = new TypeParser(cursor, context);
  }

  /** Parses a type use and gives the index of the type, which is added where it is missing. */
  int index(Parameters parameters) {
    return index(parse(parameters));
  }

  /** The index of the type in use, which is added where it is missing. */
  int index(TypeUse use) {
    return use.index() >= 0 ? use.index() : context.types().indexOf(use.inline());
  }

  TypeUse parse(Parameters parameters) {
    int start = cursor.start();
    int index = -1;
    if (cursor.skipLeft("type")) {
      // No module has so many types that the sign bit would count: the index stays unknown.
      index = context.scopes().of(NameUse.Space.TYPE).resolve(cursor) & Integer.MAX_VALUE;
      cursor.expectRight();
    }
    var use = new TypeUse(index, funcType(parameters));
    if (cursor.atLeft("param") || cursor.atLeft("result") || cursor.atLeft("type")) {
      throw cursor.unexpected("parameters before results and behind the type");
    }
    if (index >= 0 && use.isWrittenOut()) {
      check(use, new Span(start, Math.max(start, cursor.lastEnd())));
    }
    return use;
  }

  private void check(TypeUse use, Span span) {
    if (!context.types().contains(use.index())) {
      throw new DiagnosticException(
          TextErrors.named(DiagnosticCode.UNKNOWN_IDENTIFIER, span, "type " + use.index()));
    }
    FuncType declared = context.types().func(use.index()).orElse(null);
    if (!use.inline().equals(declared)) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.INLINE_TYPE,
                  span,
                  "type " + use.index() + " is " + declared + ", written out is " + use.inline())
              .withRemedy("Leave one of the two out."));
    }
  }

  /** Parses parameters, then results (§6.4.6). */
  FuncType funcType(Parameters parameters) {
    List<ValType> params = new ArrayList<>();
    while (cursor.skipLeft("param")) {
      if (parameters.canBeNamed() && cursor.kind() == TokenKind.ID) {
        parameters.add(cursor);
        params.add(types.valType());
      } else {
        while (cursor.kind() != TokenKind.RIGHT) {
          params.add(types.valType());
          parameters.add(cursor);
        }
      }
      cursor.expectRight();
    }
    List<ValType> results = new ArrayList<>();
    while (cursor.skipLeft("result")) {
      while (cursor.kind() != TokenKind.RIGHT) {
        results.add(types.valType());
      }
      cursor.expectRight();
    }
    return params.isEmpty() && results.isEmpty() ? FuncType.EMPTY : new FuncType(params, results);
  }
}
