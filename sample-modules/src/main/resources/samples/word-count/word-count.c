// Counts lines, words and bytes, and lists the most frequent words.
//
//   word-count [-n COUNT] [FILE…]      without a FILE, or for "-", standard input is read
//
// Good places to stop: count_word (the table of words fills up), and grow (it is re-hashed).

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 63, SMALLEST_TABLE = 16 };

struct entry {
  char *word; // null: the entry is free
  unsigned count;
};

// Open addressing: an entry stands at its word's hash or at the next free place behind it.
struct table {
  struct entry *entries;
  unsigned capacity; // a power of two
  unsigned used;
};

struct totals {
  unsigned lines;
  unsigned words;
  unsigned bytes;
};

static uint32_t hash(const char *word) {
  uint32_t h = 2166136261u; // FNV-1a
  for (; *word != '\0'; word++) {
    h = (h ^ (unsigned char)*word) * 16777619u;
  }
  return h;
}

static struct entry *find(const struct table *table, const char *word) {
  unsigned i = hash(word) & (table->capacity - 1);
  while (table->entries[i].word != NULL && strcmp(table->entries[i].word, word) != 0) {
    i = (i + 1) & (table->capacity - 1);
  }
  return &table->entries[i];
}

static void allocate(struct table *table, unsigned capacity) {
  table->entries = calloc(capacity, sizeof *table->entries);
  if (table->entries == NULL) {
    fputs("word-count: out of memory\n", stderr);
    exit(2);
  }
  table->capacity = capacity;
  table->used = 0;
}

__attribute__((noinline)) static void grow(struct table *table) {
  struct table larger;
  allocate(&larger, table->capacity * 2);
  for (unsigned i = 0; i < table->capacity; i++) {
    if (table->entries[i].word != NULL) {
      *find(&larger, table->entries[i].word) = table->entries[i];
      larger.used++;
    }
  }
  free(table->entries);
  *table = larger;
}

__attribute__((noinline)) static void count_word(struct table *table, const char *word) {
  struct entry *entry = find(table, word);
  if (entry->word == NULL) {
    entry->word = strdup(word);
    table->used++;
  }
  entry->count++;
  if (table->used * 4 > table->capacity * 3) {
    grow(table);
  }
}

__attribute__((noinline)) static struct totals count_stream(FILE *stream, struct table *table) {
  struct totals totals = {0, 0, 0};
  char word[LONGEST_WORD + 1];
  unsigned length = 0;
  int c;
  do {
    c = getc(stream);
    totals.bytes += c != EOF;
    totals.lines += c == '\n';
    if (c != EOF && isalpha(c)) {
      if (length < LONGEST_WORD) {
        word[length++] = (char)tolower(c);
      }
    } else if (length > 0) {
      word[length] = '\0';
      count_word(table, word);
      totals.words++;
      length = 0;
    }
  } while (c != EOF);
  return totals;
}

static void print_totals(struct totals totals, const char *name) {
  printf("%6u lines %6u words %6u bytes  %s\n", totals.lines, totals.words, totals.bytes, name);
}

static int more_frequent(const void *left, const void *right) {
  const struct entry *a = left;
  const struct entry *b = right;
  if (a->count != b->count) {
    return a->count < b->count ? 1 : -1;
  }
  return strcmp(a->word, b->word);
}

__attribute__((noinline)) static void print_most_frequent(struct table *table, unsigned top) {
  struct entry *sorted = table->entries;
  unsigned count = 0;
  for (unsigned i = 0; i < table->capacity; i++) {
    if (sorted[i].word != NULL) {
      sorted[count++] = sorted[i];
    }
  }
  qsort(sorted, count, sizeof *sorted, more_frequent);
  for (unsigned i = 0; i < count && i < top; i++) {
    printf("%6u %s\n", sorted[i].count, sorted[i].word);
  }
}

static int count_file(const char *name, struct table *table, struct totals *sum) {
  int standard_input = strcmp(name, "-") == 0;
  FILE *stream = standard_input ? stdin : fopen(name, "r");
  if (stream == NULL) {
    fprintf(stderr, "word-count: %s: %s\n", name, strerror(errno));
    return 1;
  }
  struct totals totals = count_stream(stream, table);
  if (!standard_input) {
    fclose(stream);
  }
  print_totals(totals, standard_input ? "standard input" : name);
  sum->lines += totals.lines;
  sum->words += totals.words;
  sum->bytes += totals.bytes;
  return 0;
}

int main(int argc, char **argv) {
  unsigned top = 3;
  int first = 1;
  if (argc > 2 && strcmp(argv[1], "-n") == 0) {
    top = (unsigned)atoi(argv[2]);
    first = 3;
  }
  struct table table;
  struct totals sum = {0, 0, 0};
  int failures = 0;
  allocate(&table, SMALLEST_TABLE);
  if (first == argc) {
    failures += count_file("-", &table, &sum);
  }
  for (int i = first; i < argc; i++) {
    failures += count_file(argv[i], &table, &sum);
  }
  if (argc - first > 1) {
    print_totals(sum, "total");
  }
  print_most_frequent(&table, top);
  return failures == 0 ? 0 : 1;
}
