package dev.wasmscope.app.profile;

import dev.wasmscope.app.analysis.FunctionNames;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.TimeRange;
import dev.wasmscope.profile.view.FlameBox;
import dev.wasmscope.profile.view.FlameLayout;
import dev.wasmscope.profile.view.FunctionWeight;
import dev.wasmscope.profile.view.Orientation;
import dev.wasmscope.profile.view.Search;
import dev.wasmscope.profile.view.Viewport;
import dev.wasmscope.profile.view.WeightFormat;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One profile as it is looked at: which boxes, which part of them, which are searched for. */
public final class ProfileModel {
  private final Profile profile;
  private final CallTree tree;
  private final List<FunctionWeight> functions;
  private final Consumer<Function> goTo;
  private final BooleanProperty timeOrder = new SimpleBooleanProperty();
  private final ObjectProperty<Orientation> orientation =
      new SimpleObjectProperty<>(Orientation.FLAME);
  private final ReadOnlyObjectWrapper<FlameLayout> layout = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.ALL);
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<FlameBox> selected = new SimpleObjectProperty<>();

  /**
   * A model of {@code profile}.
   *
   * @param goTo shows the text of a function
   */
  public ProfileModel(Profile profile, Consumer<Function> goTo) {
    this.profile = profile;
    this.goTo = goTo;
    this.tree = CallTree.of(profile);
    this.functions = FunctionWeight.of(tree);
    timeOrder.subscribe(on -> arrange(on));
    query.subscribe(text -> search.set(Search.of(tree, text)));
  }

  private void arrange(boolean byTime) {
    selected.set(null);
    viewport.set(Viewport.ALL);
    layout.set(
        byTime && !profile.threads().isEmpty()
            ? FlameLayout.timeOrder(profile, profile.threads().getFirst(), TimeRange.ALL)
            : FlameLayout.leftHeavy(tree));
  }

  /** The profile itself. */
  public Profile profile() {
    return profile;
  }

  /** What is shown of it, in words: how much was measured and how. */
  public String summary() {
    String product = profile.meta().product();
    String weight = WeightFormat.format(tree.unit(), tree.total());
    return product.isEmpty() ? weight : Text.of("profile.summary", product, weight);
  }

  /** Whether nothing was measured. */
  public boolean isEmpty() {
    return tree.total() == 0;
  }

  /** Whether boxes stand in the order of time, else the heaviest left. */
  public BooleanProperty timeOrder() {
    return timeOrder;
  }

  /** Whether callees rise or hang. */
  public ObjectProperty<Orientation> orientation() {
    return orientation;
  }

  /** The boxes. */
  public ReadOnlyObjectProperty<FlameLayout> layout() {
    return layout.getReadOnlyProperty();
  }

  /** The part of the boxes that is shown. */
  public ObjectProperty<Viewport> viewport() {
    return viewport;
  }

  /** What is searched for. */
  public StringProperty query() {
    return query;
  }

  /** What was found. */
  public ReadOnlyObjectProperty<Search> search() {
    return search.getReadOnlyProperty();
  }

  /** The share of the whole that was found, in words; empty without a search. */
  public String found() {
    Search now = search.get();
    return now.query().isBlank()
        ? ""
        : Text.of("profile.found", WeightFormat.share(now.weight(), now.total()));
  }

  /** The box selected; null when none is. */
  public ObjectProperty<FlameBox> selected() {
    return selected;
  }

  /** The name of the function in row {@code row} of the function table, as its author wrote it. */
  public String name(int row) {
    return FunctionNames.readable(profile.functions().name(row));
  }

  /** Name, weights and callers of {@code box}, in words. */
  public String describe(FlameBox box) {
    return Text.of(
        "profile.box",
        name(box.function()),
        WeightFormat.format(tree.unit(), box.total()),
        WeightFormat.share(box.total(), layout.get().total()),
        WeightFormat.format(tree.unit(), box.self()),
        WeightFormat.share(box.self(), layout.get().total()));
  }

  /** Shows only {@code box} and what it called. */
  public void zoom(FlameBox box) {
    selected.set(box);
    viewport.set(Viewport.on(box));
  }

  /** Shows everything again. */
  public void zoomOut() {
    viewport.set(Viewport.ALL);
  }

  /** All functions, the most expensive by themselves first. */
  public List<FunctionWeight> functions() {
    return functions;
  }

  /** The function of a row of the function table. */
  public Function function(int row) {
    return profile.functions().get(row);
  }

  /** A weight in words. */
  public String weight(long weight) {
    return WeightFormat.format(tree.unit(), weight);
  }

  /** A weight as a share of the whole. */
  public String share(long weight) {
    return WeightFormat.share(weight, tree.total());
  }

  /** A weight as a fraction of the whole. */
  public double fraction(long weight) {
    return tree.total() == 0 ? 0 : (double) weight / tree.total();
  }

  /** Shows the text of the function in row {@code row} of the function table. */
  public void goTo(int row) {
    goTo.accept(function(row));
  }
}
