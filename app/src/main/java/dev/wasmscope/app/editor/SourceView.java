package dev.wasmscope.app.editor;

import java.util.Optional;
import javafx.scene.Node;
import org.fxmisc.richtext.CodeArea;

/** Shows the text of a document; an {@link EditorView}, or a {@link ListingView} for huge ones. */
public sealed interface SourceView permits EditorView, ListingView {
  /** What is put into the tab. */
  Node node();

  /** Puts the cursor at {@code line} and {@code column}, from 0, and shows them. */
  void goTo(int line, int column);

  /** Shows {@code banner} above the text, replacing the one before; null shows none. */
  void setBanner(Node banner);

  /** Shows the text in letters of {@code size} pixels. */
  void setFontSize(double size);

  /** Gives the text the focus. */
  void focusText();

  /** The control in which the text is edited, if it can be. */
  Optional<CodeArea> editing();

  /** Shows the find bar; {@code replace} shows its second row too. */
  void showFind(boolean replace);

  /** Comments the selected lines out, or in when all are comments already. */
  void toggleComment();
}
