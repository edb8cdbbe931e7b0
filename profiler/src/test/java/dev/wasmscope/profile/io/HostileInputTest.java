package dev.wasmscope.profile.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.fuzz.Mutator;
import dev.wasmscope.fuzz.TextMutator;
import dev.wasmscope.fuzz.Trials;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Profiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {
  private static ProfileReadException refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ProfileReadException refused(byte[] bytes) {
    return assertThrows(ProfileReadException.class, () -> ProfileFormats.read("bad.json", bytes));
  }

  private static String firefox() throws IOException {
    return Written.as(new FirefoxFormat(), Profiles.full());
  }

  /** Each row: what to replace in a sound profile, by what, and what the message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "prefix":[null,0,0          | "prefix":[1,0,0          | threads[0].stackTable: expected stacks with an end
          "prefix":[null,0,0          | "prefix":[null,0,99      | threads[0].stackTable.prefix[2]: expected an index below 5, found the number 99
          "prefix":[null,0,0          | "prefix":[null,0.5,0     | threads[0].stackTable.prefix[1]: expected an index below 5
          "frame":[0                  | "frame":[null            | threads[0].stackTable.frame: expected a frame in row 0, found none
          "weight":[1,                | "weight":[-1,            | threads[0].samples.weight: expected weights of 0 or more, found -1.0
          "weight":[1,                | "weight":[1e300,         | threads[0].samples.weight: expected weights with a sum below 2^53
          "weight":[1,                | "weight":[1e999,         | expected a number that fits a double
          "weight":[1,                | "weight":["1",           | threads[0].samples.weight[0]: expected a number or null, found a string
          "weight":[1,                | "weight":[               | threads[0].samples.weight: expected 6 elements, found 5
          "time":[0,10                | "time":[null,10          | expected times in milliseconds, found NaN
          "stringArray":[             | "stringArray":[7,        | threads[0].stringArray[0]: expected a string, found the number 7
          "stringArray":[             | "strings":[              | threads[0]: expected a member "stringArray", found none
          "weightType":"samples","wasmscopeWeightUnit":"samples" | "weightType":"furlongs" | threads[0].samples.weightType: expected "samples", "tracing-ms" or "bytes", found a string
          "preprocessedProfileVersion"| "was"                    | meta: expected a processed profile with "preprocessedProfileVersion"
          "startTime":1770091506789   | "startTime":1e200        | meta.startTime: expected milliseconds since 1970
          "threads":[                 | "threads":[[],           | threads[0]: expected an object, found an array of numbers
          """)
  void namesThePlaceInAFirefoxProfile(String find, String replacement, String message)
      throws IOException {
    String broken = firefox().replace(find, replacement);
    assertFalse(broken.equals(firefox()), "nothing was replaced");
    ProfileReadException e = refused(broken);
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().startsWith("bad.json: line 1, column "), e.getMessage());
    assertFalse(e.remedy().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | found an empty file
          {"meta":                    | expected JSON
          {"meta":{},"threads":[]} x  | expected JSON
          {"meta":{},"threads":[]} {} | expected the end of the file
          {"a":1}                     | found other JSON
          []                          | found other JSON
          [1,2,{"nodes":3}]           | found other JSON
          {"nodes":[{"id":1,"callFrame":{"functionName":"f"},"children":[1]}],"startTime":0,"endTime":9,"samples":[1],"timeDeltas":[0]} | nodes: expected stacks with an end
          {"nodes":[{"id":1,"callFrame":{"functionName":"f"},"children":[2]}],"startTime":0} | nodes[0].children[0]: expected the id of a node, found the number 2
          {"nodes":[{"id":1,"callFrame":{"functionName":"f"}}],"startTime":0,"endTime":9,"samples":[7],"timeDeltas":[0]} | samples: expected the id of a node in row 0, found 7.0
          {"shared":{"frames":[]},"profiles":[{"type":"sampled","unit":"none","samples":[[0]],"weights":[1]}]} | profiles[0].samples[0][0]: expected an index below 0
          {"shared":{"frames":[{"name":"a"}]},"profiles":[{"type":"evented","unit":"none","startValue":0,"endValue":1,"events":[{"type":"C","frame":0,"at":0}]}]} | none is open
          a;b c                       | line 1: expected "outermost;…;leaf WEIGHT", found "a;b c"
          a;b -4                      | line 1: expected
          a;b NaN                     | line 1: expected
          12                          | line 1: expected
          """)
  void saysWhatIsWrong(String text, String message) {
    ProfileReadException e = refused(text);
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().startsWith("bad.json"), e.getMessage());
    assertFalse(e.remedy().isEmpty());
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertTrue(refused("[".repeat(100_000)).getMessage().contains("plausible shape"));
  }

  @Test
  void refusesBinaryAndMissingFiles() {
    assertTrue(refused(new byte[] {0, 97, 115, 109, 1, 0, 0, 0}).problem().contains("binary"));
    ProfileReadException e =
        assertThrows(
            ProfileReadException.class, () -> ProfileFormats.read(Path.of("no", "such.json")));
    assertTrue(e.getMessage().contains("there is no such file"), e.getMessage());
    assertThrows(ProfileReadException.class, () -> ProfileFormats.read(Path.of("src")));
  }

  @Test
  void namesTheByteInAPprof() {
    assertTrue(refused(new byte[] {0x0a, 4, 8, 1}).getMessage().contains("byte 2: expected 4"));
    byte[] lostLocation = {0x0a, 2, 8, 0, 0x12, 6, 0x0a, 1, 9, 0x12, 1, 1};
    assertTrue(refused(lostLocation).getMessage().contains("id of a location, found 9"));
    byte[] negative = {0x0a, 2, 8, 0, 0x12, 12, 0x12, 10, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    assertTrue(refused(negative).getMessage().contains("weights from 0"));
  }

  @Test
  void refusesABrokenArchive() throws IOException {
    byte[] packed = gzip(firefox().getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    assertTrue(refused(half).problem().contains("cannot be read or unpacked"));
    assertTrue(refused(new byte[] {0x1f, (byte) 0x8b, 9, 9}).problem().contains("unpacked"));
  }

  @Test
  void refusesAnArchiveThatUnpacksBeyondTheMemory() throws IOException {
    byte[] packed = gzip(new byte[4 << 20]);
    ProfileSource source =
        ProfileSource.open("bomb.json.gz", new ByteArrayInputStream(packed), 1 << 20);
    ProfileReadException e =
        assertThrows(ProfileReadException.class, () -> CollapsedFormat.read(source));
    assertTrue(e.getMessage().contains("too large for the memory"), e.getMessage());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void anyMutationGivesAProfileOrASentence() throws IOException {
    List<String> words = List.of("null", "-1", "1e9", "{}", "[]", "99", "\"\\ud800\"", ";a 1\n");
    var texts = new TextMutator(42, words);
    var bytes = new Mutator(42);
    try (var trials = new Trials(HostileInputTest::check)) {
      for (ProfileFormat format : ProfileFormats.all()) {
        byte[] sound = Written.bytes(format, Profiles.full());
        for (int i = 0; i < 1000; i++) {
          trials.attempt(format.title(), texts.mutate(sound));
          trials.attempt(format.title(), bytes.mutate(sound));
        }
        for (int length = 0; length < sound.length; length += 23) {
          trials.attempt(format.title(), Arrays.copyOf(sound, length));
        }
      }
    }
  }

  private static void check(byte[] bytes) {
    try {
      CallTree tree = CallTree.of(ProfileFormats.read("mutated", bytes));
      assertEquals(tree.total(), tree.invert().total());
    } catch (ProfileReadException e) {
      assertFalse(e.problem().isEmpty());
    }
  }
}
