package dev.wasmscope.app.editor;

import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.text.Text;
import java.time.Duration;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Shows a problem's message and remedy while the mouse rests on its squiggle. */
final class Hovering {
  private static final Duration DELAY = Duration.ofMillis(350);
  private static final double WIDTH = 520;

  private Hovering() {}

  static void install(CodeArea area, EditorModel model) {
    Tooltip tip = new Tooltip();
    tip.setWrapText(true);
    tip.setMaxWidth(WIDTH);
    area.setMouseOverTextDelay(DELAY);
    area.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
        e ->
            model
                .problemAt(e.getCharacterIndex())
                .ifPresent(
                    problem -> {
                      tip.setText(text(problem));
                      var at = e.getScreenPosition();
                      tip.show(area, at.getX(), at.getY() + 14);
                    }));
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> tip.hide());
  }

  private static String text(Problem problem) {
    String advice =
        problem.fix().map(fix -> Text.of("problem.fix", fix.title())).orElse(problem.remedy());
    return advice.isEmpty() ? problem.message() : problem.message() + "\n" + advice;
  }
}
