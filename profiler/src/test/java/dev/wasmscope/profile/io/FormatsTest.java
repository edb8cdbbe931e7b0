package dev.wasmscope.profile.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wasmscope.profile.Golden;
import dev.wasmscope.profile.model.CallTree;
import dev.wasmscope.profile.model.Category;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.ProfileBuilder;
import dev.wasmscope.profile.model.ProfileMeta;
import dev.wasmscope.profile.model.Profiles;
import dev.wasmscope.profile.model.WeightUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
  private static Profile readBack(ProfileFormat format, Profile profile) throws IOException {
    byte[] bytes = Written.as(format, profile).getBytes(StandardCharsets.UTF_8);
    return ProfileFormats.read("profile", bytes);
  }

  @Test
  void firefoxKeepsEverything() throws IOException {
    Profile profile = Profiles.full();
    assertEquals(
        Written.everything(profile), Written.everything(readBack(new FirefoxFormat(), profile)));
    assertTrue(new FirefoxFormat().losses(profile).isEmpty());
    Profile counts = Profiles.random(21, 500, 9);
    assertEquals(
        Written.everything(counts), Written.everything(readBack(new FirefoxFormat(), counts)));
  }

  @Test
  void firefoxKnowsThatNothingWasSampled() throws IOException {
    Profile exact =
        new ProfileBuilder(new ProfileMeta("exact", 0, Instant.EPOCH, List.of())).build();
    assertEquals(0, readBack(new FirefoxFormat(), exact).meta().interval());
  }

  @Test
  void everyFormatWritesTheGoldenFile() throws IOException {
    Profile profile = Profiles.full();
    Golden.check("full.json", Written.as(new FirefoxFormat(), profile));
    Golden.check("full.speedscope.json", Written.as(new SpeedscopeFormat(), profile));
    Golden.check("full.cpuprofile", Written.as(new ChromeFormat(), profile));
    Golden.check("full.collapsed", Written.as(new CollapsedFormat(), profile));
  }

  @Test
  void speedscopeKeepsStacksAndWeights() throws IOException {
    Profile profile = Profiles.full();
    Profile again = readBack(new SpeedscopeFormat(), profile);
    for (int i = 0; i < profile.threads().size(); i++) {
      assertEquals(
          Written.stacks(profile, profile.threads().get(i)),
          Written.stacks(again, again.threads().get(i)));
    }
  }

  @Test
  void chromeKeepsStacksAndTimeOfTheFirstThread() throws IOException {
    Profile profile = Profiles.ofLines("a;b 1", "a;c 2", " 1", "a;b 4", "d 1");
    Profile again = readBack(new ChromeFormat(), profile);
    assertEquals(WeightUnit.CPU_TIME_NS, again.threads().getFirst().samples().unit());
    assertEquals(
        Written.stacks(profile, profile.threads().getFirst()),
        Written.stacks(again, again.threads().getFirst()).replace("0000000\n", "\n"));
  }

  @Test
  void collapsedKeepsTheCallTree() throws IOException {
    Profile profile = Profiles.random(5, 800, 8);
    Profile again = readBack(new CollapsedFormat(), profile);
    assertEquals(CallTree.of(profile).total(), CallTree.of(again).total());
    assertEquals(
        Written.as(new CollapsedFormat(), profile), Written.as(new CollapsedFormat(), again));
  }

  @Test
  void pprofKeepsThreadsPlacesAndWeights() throws IOException {
    Profile profile = Profiles.full();
    Profile again = ProfileFormats.read("p", Written.bytes(new PprofFormat(), profile));
    for (int i = 0; i < profile.threads().size(); i++) {
      assertEquals(profile.threads().get(i).name(), again.threads().get(i).name());
      assertEquals(
          Written.as(new CollapsedFormat(), profile), Written.as(new CollapsedFormat(), again));
    }
    assertEquals(10, again.meta().interval());
    assertEquals(profile.meta().startTime(), again.meta().startTime());
    assertEquals("sum.wasm", again.functions().module(0));
    assertEquals("sum.wat", again.functions().file(0));
    assertEquals(10, again.functions().line(0));
    assertEquals(7, again.frames().offset(0));
    assertEquals(11, again.frames().line(0));
    Profile counts = Profiles.random(31, 400, 7);
    Profile countsAgain = ProfileFormats.read("p", Written.bytes(new PprofFormat(), counts));
    assertEquals(WeightUnit.INSTRUCTIONS, countsAgain.threads().getFirst().samples().unit());
    assertEquals(
        Written.as(new CollapsedFormat(), counts), Written.as(new CollapsedFormat(), countsAgain));
  }

  @Test
  void pprofIsWrittenAsItsSchemaSays() throws IOException {
    assertArrayEquals(
        HexFormat.of()
            .parseHex(
                "0a0408011002" // sample_type { type: 1 unit: 2 }
                    + "120c0a01011201031a0408031004" // sample: packed ids, values, label
                    + "22060801220208" // location 1 { line { function 1 } }
                    + "01"
                    + "2a060801100518" // function 1 { name: 5 system_name: 5 }
                    + "05"
                    + "5a0408061007" // period_type wall, nanoseconds
                    + "60" // period
                    + "80ade204"
                    + "48" // time_nanos
                    + "c0c6e0d08d9ba8c818"
                    + "3200"
                    + "320773616d706c6573"
                    + "3205636f756e74"
                    + "3206746872656164"
                    + "32046d61696e"
                    + "320166"
                    + "320477616c6c"
                    + "320b6e616e6f7365636f6e6473"),
        Written.bytes(new PprofFormat(), Profiles.ofLines("f 3")));
  }

  @Test
  void readsCollapsedStacksOfOthers() throws IOException {
    Profile profile =
        ProfileFormats.read(
            "perf.folded",
            "java;start_thread;[unknown] call site;foo(int, char*) 12\r\n\njava 0.6\n"
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "java;start_thread;[unknown] call site;foo(int, char*) 12\njava 1\n",
        Written.stacks(profile, profile.threads().getFirst()));
  }

  @Test
  void readsSpeedscopesEvents() throws IOException {
    String text =
        """
        {"shared":{"frames":[{"name":"a"},{"name":"b","file":"x.wat","line":3}]},
         "profiles":[{"type":"evented","name":"t","unit":"milliseconds","startValue":10,"endValue":20,
          "events":[{"type":"O","frame":0,"at":11},{"type":"O","frame":1,"at":12},
                    {"type":"C","frame":1,"at":15},{"type":"C","frame":0,"at":18}]}]}
        """;
    Profile profile = ProfileFormats.read("x", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        " 1000000\na 1000000\na;b 3000000\na 3000000\n 2000000\n",
        Written.stacks(profile, profile.threads().getFirst()));
    assertEquals(Category.WASM, profile.functions().category(1));
  }

  @Test
  void readsTheSharedTablesOfNewerFirefoxProfiles() throws IOException {
    String text =
        """
        {"meta":{"version":31,"preprocessedProfileVersion":60,"interval":1,"startTime":5,
          "product":"p","categories":[{"name":"Other","color":"grey"},{"name":"WebAssembly"}]},
         "libs":[],
         "shared":{"stringArray":["f","g","file.c","lib"],
          "sources":{"length":1,"id":[null],"filename":[2]},
          "stackTable":{"length":2,"frame":[1,0],"prefix":[1,null]},
          "frameTable":{"length":2,"address":[-1,-1],"func":[0,1],"category":[1,null],"line":[7,null]},
          "funcTable":{"length":2,"name":[0,1],"source":[0,null],"resource":[-1,0],"lineNumber":[3,null]},
          "resourceTable":{"length":1,"name":[3],"lib":[null],"host":[null],"type":[1]}},
         "threads":[{"name":"t","samples":{"length":2,"stack":[0,null],"timeDeltas":[1,2.5]},
          "markers":{"length":0,"name":[],"startTime":[],"endTime":[],"data":[]}}]}
        """;
    Profile profile = ProfileFormats.read("x", text.getBytes(StandardCharsets.UTF_8));
    assertEquals("f;g 1\n 1\n", Written.stacks(profile, profile.threads().getFirst()));
    assertEquals(3.5, profile.threads().getFirst().samples().time(1));
    assertEquals("file.c", profile.functions().file(0));
    assertEquals(Category.WASM, profile.functions().category(0));
    assertEquals("lib", profile.functions().module(1));
  }

  @Test
  void theNameOfTheFileChoosesTheFormat() {
    assertInstanceOf(FirefoxFormat.class, ProfileFormats.forName("profile.json"));
    assertInstanceOf(FirefoxFormat.class, ProfileFormats.forName("profile.json.gz"));
    assertInstanceOf(SpeedscopeFormat.class, ProfileFormats.forName("A.Speedscope.JSON"));
    assertInstanceOf(ChromeFormat.class, ProfileFormats.forName("x.cpuprofile.gz"));
    assertInstanceOf(CollapsedFormat.class, ProfileFormats.forName("x.folded"));
    assertInstanceOf(FirefoxFormat.class, ProfileFormats.forName("profile"));
    assertInstanceOf(PprofFormat.class, ProfileFormats.forName("cpu.pb.gz"));
  }

  @Test
  void writesPackedAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sub").resolve("profile.json.gz");
    ProfileFormats.write(Profiles.full(), file);
    ProfileFormats.write(Profiles.full(), file);
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(0x1f, bytes[0]);
    assertEquals(
        Written.everything(Profiles.full()), Written.everything(ProfileFormats.read(file)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void lossesAreSaid() {
    assertFalse(new CollapsedFormat().losses(Profiles.full()).isEmpty());
    assertEquals(2, new ChromeFormat().losses(Profiles.full()).size());
  }
}
