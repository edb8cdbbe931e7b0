package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.type.ArrayType;
import dev.wasmscope.wasm.type.CompositeType;
import dev.wasmscope.wasm.type.FieldType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.RecGroup;
import dev.wasmscope.wasm.type.StorageType;
import dev.wasmscope.wasm.type.StructType;
import dev.wasmscope.wasm.type.SubType;
import java.util.ArrayList;
import java.util.List;

/** Parses type definitions (§6.4.8, §6.4.9). */
final class DefinedTypeParser {

  private final TokenCursor cursor;
  private final ParseContext context;
  private final TypeParser types;
  private final DefinitionHeader header;

  DefinedTypeParser(TokenCursor cursor, ParseContext context) {
    this.cursor = cursor;
    this.context = context;
    types = new TypeParser(cursor, context);
    header = new DefinitionHeader(cursor, context);
  }

  /** Parses {@code (type …)}, a recursion group of its own. */
  void group(int index) {
    context.types().add(new RecGroup(List.of(type(index))));
  }

  /** Parses {@code (rec (type …) …)} and gives the number of its types. */
  int recursive(int first) {
    cursor.advance();
    cursor.advance();
    List<SubType> members = new ArrayList<>();
    while (cursor.atLeft("type")) {
      members.add(type(first + members.size()));
    }
    cursor.expectRight();
    context.types().add(new RecGroup(members));
    return members.size();
  }

  private SubType type(int index) {
    header.skipIdentifier();
    SubType type = subType(index);
    cursor.expectRight();
    return type;
  }

  private SubType subType(int index) {
    if (!cursor.skipLeft("sub")) {
      return SubType.of(composite(index));
    }
    boolean isFinal = cursor.skipKeyword("final");
    List<Integer> supers = new ArrayList<>();
    while (cursor.kind() == TokenKind.NATURAL || cursor.kind() == TokenKind.ID) {
      supers.add(context.scopes().of(NameUse.Space.TYPE).resolve(cursor));
    }
    var type = new SubType(isFinal, supers, composite(index));
    cursor.expectRight();
    return type;
  }

  private CompositeType composite(int index) {
    CompositeType type;
    if (cursor.skipLeft("func")) {
      type = funcType();
    } else if (cursor.skipLeft("struct")) {
      type = structType(index);
    } else if (cursor.skipLeft("array")) {
      type = new ArrayType(fieldType());
    } else {
      throw cursor.unexpected("\"(func\", \"(struct\" or \"(array\"");
    }
    cursor.expectRight();
    return type;
  }

  /** Parameters may have identifiers, which name nothing. */
  private FuncType funcType() {
    var scope = new NameScope(NameUse.Space.LOCAL, NameUse.Listener.NONE, context.findings());
    return new TypeUseParser(cursor, context)
        .funcType(
            new TypeUseParser.Parameters() {
              @Override
              public boolean canBeNamed() {
                return true;
              }

              @Override
              public void add(TokenCursor at) {
                scope.bind(at);
              }
            });
  }

  private StructType structType(int index) {
    List<FieldType> fields = new ArrayList<>();
    while (cursor.skipLeft("field")) {
      if (cursor.kind() == TokenKind.ID) {
        int field = fields.size();
        String id = context.scopes().fieldsOf(index).bind(cursor);
        String name = NameAnnotation.orId(cursor, id);
        context.scopes().name(Names.NestedSpace.FIELD, index, field, name);
        fields.add(fieldType());
      } else {
        while (cursor.kind() != TokenKind.RIGHT) {
          context.scopes().fieldsOf(index).add(1);
          fields.add(fieldType());
        }
      }
      cursor.expectRight();
    }
    return new StructType(fields);
  }

  private FieldType fieldType() {
    if (!cursor.skipLeft("mut")) {
      return new FieldType(types.storageType(), false);
    }
    StorageType storage = types.storageType();
    cursor.expectRight();
    return new FieldType(storage, true);
  }
}
