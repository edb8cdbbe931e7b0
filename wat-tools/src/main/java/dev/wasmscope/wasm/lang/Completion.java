package dev.wasmscope.wasm.lang;

import dev.wasmscope.wasm.instr.Immediate;
import dev.wasmscope.wasm.instr.Opcode;
import dev.wasmscope.wasm.instr.OpcodeIndex;
import dev.wasmscope.wasm.source.Span;
import dev.wasmscope.wasm.text.Keywords;
import dev.wasmscope.wasm.text.Lexer;
import dev.wasmscope.wasm.text.NameUse;
import dev.wasmscope.wasm.text.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Proposes words: instructions, keywords, types, identifiers in scope. */
public final class Completion {

  private static final Set<String> TYPE_PLACES =
      Set.of("param", "result", "local", "global", "mut", "field", "array", "elem", "table");

  private final WatDocument document;
  private final int offset;
  private final Span word;
  private final String prefix;

  /** Keyword before the word. */
  private String keyword = "";

  private boolean behindLeft;

  /** Keywords of the parentheses around the word, the innermost first. */
  private final Deque<String> around = new ArrayDeque<>();

  private Completion(WatDocument document, int offset) {
    this.document = document;
    this.offset = offset;
    word = new Span(wordStart(document.bytes(), offset), offset);
    prefix = text(word.start(), offset);
    look();
  }

  /** Proposals for the word that ends at {@code offset}, best first. */
  public static List<CompletionItem> at(WatDocument document, int offset) {
    return new Completion(document, offset).items();
  }

  private static int wordStart(byte[] bytes, int offset) {
    int start = Math.min(offset, bytes.length);
    while (start > 0 && isWordByte(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  private static boolean isWordByte(byte c) {
    return c > ' ' && "()\";,[]{}".indexOf(c) < 0 && c != 0x7F;
  }

  private String text(int start, int end) {
    return new String(document.bytes(), start, end - start, StandardCharsets.UTF_8);
  }

  /** Finds the keyword before the word and the parentheses around it. */
  private void look() {
    var lexer = new Lexer(document.bytes(), 0, word.start());
    while (lexer.next() != TokenKind.END) {
      switch (lexer.kind()) {
        case LEFT, ANNOTATION -> {
          around.push("");
          behindLeft = true;
        }
        case RIGHT -> {
          around.poll();
          behindLeft = false;
          keyword = "";
        }
        case KEYWORD -> {
          keyword = text(lexer.start(), lexer.end());
          if (behindLeft) {
            around.pop();
            around.push(keyword);
          }
          behindLeft = false;
        }
        case WHITE_SPACE, LINE_COMMENT, BLOCK_COMMENT -> {}
        default -> behindLeft = false;
      }
    }
  }

  private List<CompletionItem> items() {
    Map<String, String> words = new LinkedHashMap<>();
    if (prefix.startsWith("$")) {
      identifiers(words);
    } else if (TYPE_PLACES.contains(keyword) && !behindLeft) {
      Keywords.types().forEach(type -> words.put(type, "type"));
    } else if (!isAmongFields()) {
      instructions(words);
    } else {
      Keywords.FIELDS.forEach(field -> words.put(field, "module field"));
    }
    List<CompletionItem> items = new ArrayList<>();
    words.forEach(
        (label, detail) -> {
          if (label.contains(prefix) && !label.equals(prefix)) {
            items.add(new CompletionItem(label, detail, new Span(word.start(), offset)));
          }
        });
    items.sort(
        Comparator.<CompletionItem>comparingInt(i -> i.label().startsWith(prefix) ? 0 : 1)
            .thenComparing(CompletionItem::label));
    return items;
  }

  private boolean isAmongFields() {
    String enclosing = around.stream().skip(behindLeft ? 1 : 0).findFirst().orElse("");
    return enclosing.isEmpty() || enclosing.equals("module");
  }

  private void instructions(Map<String, String> words) {
    for (Opcode opcode : Opcode.values()) {
      words.putIfAbsent(opcode.mnemonic(), Instructions.signature(opcode));
    }
    for (String structure : List.of("param", "result", "local", "type", "then", "export")) {
      words.put(structure, "keyword");
    }
  }

  private void identifiers(Map<String, String> words) {
    OptionalInt function = document.map().functionAt(word.start());
    List<NameUse.Space> spaces = spacesBehind(keyword);
    for (NameUse use : document.uses()) {
      NameUse.Target target = use.target();
      boolean nested =
          target.space() == NameUse.Space.LOCAL || target.space() == NameUse.Space.LABEL;
      boolean inScope = !nested || (function.isPresent() && target.owner() == function.getAsInt());
      if (use.isDefinition() && inScope && spaces.contains(target.space())) {
        String identifier = text(use.span().start(), use.span().end());
        words.putIfAbsent(
            identifier, Hover.at(document, use.span().start()).map(Hover::title).orElse(""));
      }
    }
  }

  /** The index spaces whose members can stand behind a keyword. */
  private static List<NameUse.Space> spacesBehind(String keyword) {
    Opcode opcode = OpcodeIndex.mnemonic(keyword);
    if (opcode != null) {
      return spacesOf(opcode.immediate());
    }
    return switch (keyword) {
      case "func", "start" -> List.of(NameUse.Space.FUNCTION);
      case "type", "ref", "null", "sub", "final" -> List.of(NameUse.Space.TYPE);
      case "table" -> List.of(NameUse.Space.TABLE);
      case "memory" -> List.of(NameUse.Space.MEMORY);
      case "global" -> List.of(NameUse.Space.GLOBAL);
      case "tag" -> List.of(NameUse.Space.TAG);
      case "catch_ref" -> List.of(NameUse.Space.TAG, NameUse.Space.LABEL);
      case "catch_all_ref" -> List.of(NameUse.Space.LABEL);
      default -> List.of(NameUse.Space.values());
    };
  }

  private static List<NameUse.Space> spacesOf(Immediate shape) {
    return switch (shape) {
      case LOCAL -> List.of(NameUse.Space.LOCAL);
      case GLOBAL -> List.of(NameUse.Space.GLOBAL);
      case FUNCTION -> List.of(NameUse.Space.FUNCTION);
      case LABEL, LABEL_TABLE -> List.of(NameUse.Space.LABEL);
      case CAST -> List.of(NameUse.Space.LABEL, NameUse.Space.TYPE);
      case TYPE, TYPE_LENGTH, TYPE_TYPE, HEAP_TYPE -> List.of(NameUse.Space.TYPE);
      case TYPE_FIELD -> List.of(NameUse.Space.TYPE, NameUse.Space.FIELD);
      case TYPE_TABLE, TABLE, TABLE_TABLE -> List.of(NameUse.Space.TABLE);
      case ELEM_TABLE -> List.of(NameUse.Space.ELEMENT, NameUse.Space.TABLE);
      case ELEM -> List.of(NameUse.Space.ELEMENT);
      case TYPE_DATA -> List.of(NameUse.Space.TYPE, NameUse.Space.DATA);
      case TYPE_ELEM -> List.of(NameUse.Space.TYPE, NameUse.Space.ELEMENT);
      case MEMORY, MEMORY_MEMORY, MEMARG, MEMARG_LANE -> List.of(NameUse.Space.MEMORY);
      case DATA_MEMORY -> List.of(NameUse.Space.DATA, NameUse.Space.MEMORY);
      case DATA -> List.of(NameUse.Space.DATA);
      case TAG -> List.of(NameUse.Space.TAG, NameUse.Space.LABEL);
      default -> List.of(NameUse.Space.values());
    };
  }
}
