package dev.wasmscope.app.editor;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** The keys of writing WAT: indentation kept on Enter, two blanks for Tab, line comments. */
final class Editing {
  private static final String INDENT = "  ";
  private static final String COMMENT = ";; ";

  private Editing() {}

  static void install(CodeArea area) {
    Nodes.addInputMap(
        area,
        InputMap.sequence(
            InputMap.consumeWhen(
                EventPattern.keyPressed(KeyCode.ENTER), area::isEditable, e -> newLine(area)),
            InputMap.consumeWhen(
                EventPattern.keyPressed(KeyCode.TAB), area::isEditable, e -> indent(area)),
            InputMap.consumeWhen(
                EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN),
                area::isEditable,
                (KeyEvent e) -> outdent(area))));
  }

  private static void newLine(CodeArea area) {
    String line = area.getParagraph(area.getCurrentParagraph()).getText();
    String before = line.substring(0, Math.min(area.getCaretColumn(), line.length()));
    int blanks = line.length() - line.stripLeading().length();
    String indent = line.substring(0, Math.min(blanks, before.length()));
    area.replaceSelection("\n" + indent + (opens(before) ? INDENT : ""));
    area.requestFollowCaret();
  }

  private static boolean opens(String before) {
    String code = before.contains(";;") ? before.substring(0, before.indexOf(";;")) : before;
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
    }
    return depth > 0;
  }

  private static void indent(CodeArea area) {
    if (area.getSelection().getLength() == 0) {
      area.replaceSelection(INDENT);
    } else {
      eachSelectedLine(area, line -> area.insertText(line, 0, INDENT));
    }
  }

  private static void outdent(CodeArea area) {
    eachSelectedLine(
        area,
        line -> {
          String text = area.getParagraph(line).getText();
          int blanks = Math.min(INDENT.length(), text.length() - text.stripLeading().length());
          if (blanks > 0) {
            area.deleteText(line, 0, line, blanks);
          }
        });
  }

  /** Comments the selected lines out, or in when all are comments already. */
  static void toggleComment(CodeArea area) {
    boolean[] all = {true};
    eachSelectedLine(
        area, line -> all[0] &= area.getParagraph(line).getText().stripLeading().startsWith(";;"));
    eachSelectedLine(area, line -> comment(area, line, !all[0]));
  }

  private static void comment(CodeArea area, int line, boolean out) {
    String text = area.getParagraph(line).getText();
    int at = text.length() - text.stripLeading().length();
    if (out) {
      area.insertText(line, at, COMMENT);
    } else {
      int length = text.startsWith(COMMENT, at) ? COMMENT.length() : COMMENT.length() - 1;
      area.deleteText(line, at, line, at + length);
    }
  }

  private static void eachSelectedLine(CodeArea area, IntConsumer action) {
    var selection = area.getCaretSelectionBind();
    int first = selection.getStartParagraphIndex();
    int last = selection.getEndParagraphIndex();
    for (int line = first; line <= last; line++) {
      action.accept(line);
    }
  }
}
