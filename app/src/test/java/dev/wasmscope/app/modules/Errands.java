package dev.wasmscope.app.modules;

import dev.wasmscope.app.modules.Guest.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** What programs that are known by name are asked to do, and what must come of it. */
final class Errands {

  /** Lets a program work and says in a few words what it did. */
  interface Errand {
    String run(Guest guest) throws Failure, IOException;
  }

  private static final Map<String, Errand> BY_NAME =
      Map.of(
          "bzip2.wasm", Errands::bzip2,
          "zlib.wasm", Errands::minigzip,
          "sqlite3.wasm", Errands::sqlite3,
          "quickjs.wasm", Errands::quickjs);

  private Errands() {}

  /** What the program in a file of this name is asked to do. */
  static Optional<Errand> of(String file) {
    return Optional.ofNullable(BY_NAME.get(file));
  }

  /** 300,000 bytes or so of text that packs well and is the same everywhere. */
  static byte[] sampleText() {
    return IntStream.range(0, 30_000)
        .mapToObj(i -> i * i % 9973 + (i % 12 == 0 ? "\n" : " words, "))
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Packs a file and unpacks it again; the program removes what it has read. */
  private static String bzip2(Guest guest) throws Failure, IOException {
    byte[] text = sampleText();
    Path file = Files.write(guest.folder().resolve("text"), text);
    guest.run(new byte[0], "/text");
    Path packed = guest.folder().resolve("text.bz2");
    require(Files.notExists(file) && Files.exists(packed), "text was not replaced by text.bz2");
    long size = Files.size(packed);
    guest.run(new byte[0], "-d", "/text.bz2");
    require(Arrays.equals(text, Files.readAllBytes(file)), "the text did not come back");
    return "packed a file from %,d to %,d bytes and back".formatted(text.length, size);
  }

  /** Packs its input; Java unpacks it, and so does the program. */
  private static String minigzip(Guest guest) throws Failure, IOException {
    byte[] text = sampleText();
    byte[] packed = guest.run(text);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      require(Arrays.equals(text, unpacked.readAllBytes()), "Java unpacks it to something else");
    }
    require(Arrays.equals(text, guest.run(packed, "-d")), "the text did not come back");
    return "packed its input from %,d to %,d bytes and back".formatted(text.length, packed.length);
  }

  /** Fills a database from a script, and asks it in another run. */
  private static String sqlite3(Guest guest) throws Failure, IOException {
    guest.runText(
        """
        create table numbers(n integer primary key, square integer);
        with recursive r(n) as (select 1 union all select n + 1 from r where n < 1000)
          insert into numbers select n, n * n from r;
        create index by_square on numbers(square);
        """,
        "-batch",
        "/numbers.db");
    String answer =
        guest.runText(
            "select count(*), sum(square) from numbers where square > 250000;",
            "-batch",
            "/numbers.db");
    require(answer.equals("500|292041750\n"), "the answer is " + answer.strip());
    byte[] database = Files.readAllBytes(guest.folder().resolve("numbers.db"));
    String head = new String(database, 0, 15, StandardCharsets.ISO_8859_1);
    require(head.equals("SQLite format 3"), "the file is no database");
    return "filled a database of %,d bytes and asked it".formatted(database.length);
  }

  /** Runs a script. */
  private static String quickjs(Guest guest) throws Failure, IOException {
    Files.writeString(
        guest.folder().resolve("script.js"),
        """
        const primes = n => [...Array(n).keys()].filter(
          i => i > 1 && [...Array(i).keys()].every(k => k < 2 || i % k));
        class Sum { #n = 0n; add(i) { this.#n += BigInt(i) ** 20n; return this; } get n() { return this.#n; } }
        const sum = primes(50).reduce((s, i) => s.add(i), new Sum());
        print(JSON.stringify({primes: primes(20), sum: sum.n.toString()}), "aXbX".replace(/x/gi, "-"));
        """);
    String answer = guest.runText("", "/script.js");
    String expected =
        "{\"primes\":[2,3,5,7,11,13,17,19],\"sum\":\"3437865689297499996594078928116014\"} a-b-\n";
    require(answer.equals(expected), "the answer is " + answer.strip());
    return "ran a script";
  }

  private static void require(boolean met, String otherwise) throws Failure {
    if (!met) {
      throw new Failure(otherwise);
    }
  }
}
