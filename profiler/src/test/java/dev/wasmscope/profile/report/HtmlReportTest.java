package dev.wasmscope.profile.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Frame;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.Profiles;
import dev.wasmscope.profile.model.WeightUnit;
import dev.wasmscope.profile.view.Diff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HtmlReportTest {
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>console.error('got out')</script>",
          "<!-- <script>",
          "]]> & {{data}} {{script}} \u2028\u2029 \uD83D\uDE00",
          "__proto__",
          "\"'\\ \0 \u001b[31m");

  @TempDir Path folder;

  private static String html(Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlReport.write(profile, out, new ReportOptions("", Map.of("sum.wat", "(module\n)\n")));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Profile hostile() {
    ProfileBuilder builder = new ProfileBuilder(Profiles.meta("</title>{{style}}<b>"));
    var thread = builder.thread(HOSTILE.getFirst(), WeightUnit.INSTRUCTIONS);
    double time = 0;
    for (String name : HOSTILE) {
      thread.sample(time++, List.of(Frame.of(Function.named(name, Category.WASM))), 2);
    }
    return builder.build();
  }

  @Test
  void isOneFileThatMayLoadNothing() throws IOException {
    String page = html(Profiles.full());
    assertTrue(page.contains("default-src 'none'"));
    assertFalse(page.contains("http:") || page.contains("https:"));
    assertEquals(0, count(page, "<script src|<link rel=\"stylesheet|@import|url\\("));
    assertFalse(page.contains("{{"), "every placeholder is filled");
  }

  @Test
  void namesCannotLeaveTheData() throws IOException {
    String page = html(hostile());
    assertEquals(2, count(page, "</script>"));
    assertEquals(2, count(page, "<script"));
    assertFalse(page.contains("<!--"));
    assertFalse(page.contains("\u2028"));
    assertTrue(page.contains("<title>&lt;/title>&#123;&#123;style}}&lt;b></title>"));
  }

  private static long count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().count();
  }

  @Test
  void theSameProfileGivesTheSamePage() throws IOException {
    assertEquals(html(Profiles.random(9, 300, 8)), html(Profiles.random(9, 300, 8)));
  }

  private Browser.Page open(Profile profile, String hash) throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);
    Path file = folder.resolve("analysis.html");
    Files.writeString(file, html(profile));
    return browser.open(file, hash);
  }

  private static void assertSound(Browser.Page page) {
    assertEquals(List.of(), page.console());
    assertTrue(page.dom().contains("data-ready=\"true\""), "the script ran to its end");
  }

  @Test
  void searchSaysHowMuchMatches() throws Exception {
    Browser.Page page =
        open(Profiles.ofLines("main;hot 6", "main;cold 3", "main 1"), "#search=HOT");
    assertSound(page);
    assertTrue(page.dom().contains(">60.0 % matched</output>"), "60 % of the samples are in hot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flame&order=time&direction=flame&theme=dark",
        "functions&search=start",
        "sandwich&function=_start",
        "tree",
        "bottomup",
        "source",
        "host",
        "memory&theme=dark",
        "module",
        "nonsense&thread=77&range=9-x&change=focus:gone"
      })
  void everyViewOpensWithoutAnError(String view) throws Exception {
    Browser.Page page = open(Profiles.full(), "#view=" + view);
    assertSound(page);
    String name = view.startsWith("nonsense") ? "flame" : view.replaceAll("&.*", "");
    assertTrue(
        Pattern.compile("id=\"tab-" + name + "\"[^>]*aria-selected=\"true\"")
            .matcher(page.dom())
            .find(),
        name + " is the open view");
  }

  @Test
  void focusKeepsOnlyTheStacksThroughAFunction() throws Exception {
    Browser.Page page =
        open(Profiles.ofLines("main;f;x 3", "main;g 5", "f 1"), "#change=focus:f&view=functions");
    assertSound(page);
    assertTrue(page.dom().contains(">4 samples</span>"), "3 + 1 samples pass through f");
  }

  @Test
  void hostileNamesAreOnlyText() throws Exception {
    Browser.Page page = open(hostile(), "#view=functions&search=__proto__");
    assertSound(page);
    assertTrue(page.dom().contains(">20.0 % matched</output>"));
    assertTrue(page.dom().contains("&lt;/script&gt;&lt;script&gt;console.error"));
  }

  @Test
  void anEmptyProfileOpens() throws Exception {
    assertSound(open(new ProfileBuilder(Profiles.meta("empty")).build(), ""));
    assertSound(open(Profiles.ofLines(" 1"), "#view=bottomup"));
  }

  @Test
  void theComparisonShowsWhatChanged() throws Exception {
    Browser browser = Browser.find(folder);
    Profile before = Profiles.ofLines("main;a 5", "main;b 5");
    Profile after = Profiles.ofLines("main;a 8", "main;c 2");
    Path file = folder.resolve("diff.html");
    HtmlReport.writeDiff(Diff.of(CallTree.of(before), CallTree.of(after)), before, after, file);
    Browser.Page page = browser.open(file, "#view=functions");
    assertSound(page);
    assertTrue(page.dom().contains("class=\"more\">+30.0 %"), "a grew from 50 % to 80 %");
    assertTrue(page.dom().contains("class=\"less\">−50.0 %"), "b is gone");
  }

  @Test
  void thePolicyRefusesLoadingAndTheConsoleSaysSo() throws Exception {
    Browser browser = Browser.find(folder);
    Path file = folder.resolve("broken.html");
    Files.writeString(
        file, html(Profiles.full()).replace("</main>", "</main><img src=\"file:///other.png\">"));
    assertFalse(browser.open(file, "").console().isEmpty());
  }
}
