// Visits what WASI offers for files: everything happens in the directory it was granted.
//
//   file-tour DIRECTORY
//
// The host-call list shows each call with its arguments and its result: path_open, fd_readdir,
// fd_seek, path_rename, path_filestat_get … The last step tries to leave the directory and fails.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_PATH = 256, MOST_ENTRIES = 32 };

static const char *root;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "file-tour: %s %s: %s\n", what, path, strerror(errno));
  exit(1);
}

// The path of NAME in the directory, in one of two buffers by turns.
static const char *in_root(const char *name) {
  static char buffers[2][LONGEST_PATH];
  static int turn;
  turn = !turn;
  snprintf(buffers[turn], LONGEST_PATH, "%s/%s", root, name);
  return buffers[turn];
}

static int by_name(const void *left, const void *right) {
  return strcmp(*(const char *const *)left, *(const char *const *)right);
}

__attribute__((noinline)) static void list(const char *title) {
  char *names[MOST_ENTRIES];
  int count = 0;
  DIR *directory = opendir(root);
  if (directory == NULL) {
    fail("cannot list", root);
  }
  for (struct dirent *entry; (entry = readdir(directory)) != NULL && count < MOST_ENTRIES;) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
      names[count++] = strdup(entry->d_name);
    }
  }
  closedir(directory);
  qsort(names, (size_t)count, sizeof *names, by_name);
  printf("%s:\n", title);
  for (int i = 0; i < count; i++) {
    struct stat status;
    if (stat(in_root(names[i]), &status) != 0) {
      fail("cannot examine", names[i]);
    }
    if (S_ISDIR(status.st_mode)) {
      printf("  %s/\n", names[i]);
    } else {
      printf("  %s %lld bytes\n", names[i], (long long)status.st_size);
    }
    free(names[i]);
  }
}

__attribute__((noinline)) static void write_file(const char *name, const char *mode,
                                                  const char *text) {
  FILE *file = fopen(in_root(name), mode);
  if (file == NULL) {
    fail("cannot write", name);
  }
  fputs(text, file);
  fclose(file);
}

// Reads the last COUNT bytes by seeking from the end.
__attribute__((noinline)) static void print_tail(const char *name, long count) {
  char text[64];
  FILE *file = fopen(in_root(name), "r");
  if (file == NULL) {
    fail("cannot read", name);
  }
  if (fseek(file, -count, SEEK_END) != 0) {
    fail("cannot seek", name);
  }
  size_t length = fread(text, 1, sizeof text - 1, file);
  text[length] = '\0';
  printf("the end of %s: %s\n", name, text);
  fclose(file);
}

__attribute__((noinline)) static void shorten(const char *name, long length) {
  int file = open(in_root(name), O_RDWR);
  if (file < 0 || ftruncate(file, length) != 0) {
    fail("cannot shorten", name);
  }
  close(file);
}

__attribute__((noinline)) static void try_to_leave(void) {
  const char *outside = in_root("../../etc/hostname");
  int file = open(outside, O_RDONLY);
  if (file >= 0) {
    printf("%s could be opened\n", outside);
    close(file);
  } else {
    printf("%s: %s\n", outside, strerror(errno));
  }
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fputs("usage: file-tour DIRECTORY\n", stderr);
    return 2;
  }
  root = argv[1];
  list("at first");
  write_file("diary.txt", "w", "Monday: began.\n");
  write_file("diary.txt", "a", "Tuesday: went on.\n");
  print_tail("diary.txt", 18);
  if (mkdir(in_root("attic"), 0755) != 0) {
    fail("cannot make", "attic");
  }
  if (rename(in_root("diary.txt"), in_root("attic/old-diary.txt")) != 0) {
    fail("cannot move", "diary.txt");
  }
  list("after moving the diary to the attic");
  shorten("attic/old-diary.txt", 7);
  print_tail("attic/old-diary.txt", 7);
  if (unlink(in_root("attic/old-diary.txt")) != 0) {
    fail("cannot remove", "attic/old-diary.txt");
  }
  if (rmdir(in_root("attic")) != 0) {
    fail("cannot remove", "attic");
  }
  list("in the end");
  try_to_leave();
  return 0;
}
