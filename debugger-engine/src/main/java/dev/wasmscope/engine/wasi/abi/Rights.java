package dev.wasmscope.engine.wasi.abi;

/**
 * A set of rights.
 *
 * @param bits one bit for each right, as the program sees them
 */
public record Rights(long bits) {

  /** What changes a file or a directory. */
  private static final Rights CHANGING =
      of(
          Right.FD_WRITE,
          Right.FD_ALLOCATE,
          Right.FD_FILESTAT_SET_SIZE,
          Right.FD_FILESTAT_SET_TIMES,
          Right.PATH_CREATE_DIRECTORY,
          Right.PATH_CREATE_FILE,
          Right.PATH_LINK_SOURCE,
          Right.PATH_LINK_TARGET,
          Right.PATH_RENAME_SOURCE,
          Right.PATH_RENAME_TARGET,
          Right.PATH_FILESTAT_SET_SIZE,
          Right.PATH_FILESTAT_SET_TIMES,
          Right.PATH_SYMLINK,
          Right.PATH_REMOVE_DIRECTORY,
          Right.PATH_UNLINK_FILE);

  /** All that applies to a regular file. */
  public static final Rights FILE =
      of(
          Right.FD_DATASYNC,
          Right.FD_READ,
          Right.FD_SEEK,
          Right.FD_FDSTAT_SET_FLAGS,
          Right.FD_SYNC,
          Right.FD_TELL,
          Right.FD_WRITE,
          Right.FD_ADVISE,
          Right.FD_ALLOCATE,
          Right.FD_FILESTAT_GET,
          Right.FD_FILESTAT_SET_SIZE,
          Right.FD_FILESTAT_SET_TIMES,
          Right.POLL_FD_READWRITE);

  /** All that applies to a directory. */
  public static final Rights DIRECTORY =
      of(
          Right.FD_DATASYNC,
          Right.FD_FDSTAT_SET_FLAGS,
          Right.FD_SYNC,
          Right.PATH_CREATE_DIRECTORY,
          Right.PATH_CREATE_FILE,
          Right.PATH_LINK_SOURCE,
          Right.PATH_LINK_TARGET,
          Right.PATH_OPEN,
          Right.FD_READDIR,
          Right.PATH_READLINK,
          Right.PATH_RENAME_SOURCE,
          Right.PATH_RENAME_TARGET,
          Right.PATH_FILESTAT_GET,
          Right.PATH_FILESTAT_SET_SIZE,
          Right.PATH_FILESTAT_SET_TIMES,
          Right.FD_FILESTAT_GET,
          Right.FD_FILESTAT_SET_TIMES,
          Right.PATH_SYMLINK,
          Right.PATH_REMOVE_DIRECTORY,
          Right.PATH_UNLINK_FILE);

  /** What applies to standard input. */
  public static final Rights INPUT =
      of(Right.FD_READ, Right.FD_FDSTAT_SET_FLAGS, Right.FD_FILESTAT_GET, Right.POLL_FD_READWRITE);

  /** What applies to standard output and standard error. */
  public static final Rights OUTPUT =
      of(
          Right.FD_WRITE,
          Right.FD_DATASYNC,
          Right.FD_SYNC,
          Right.FD_FDSTAT_SET_FLAGS,
          Right.FD_FILESTAT_GET,
          Right.POLL_FD_READWRITE);

  /** No right. */
  public static final Rights NONE = new Rights(0);

  /** The set of the given rights. */
  public static Rights of(Right... rights) {
    long bits = 0;
    for (Right right : rights) {
      bits |= right.bit();
    }
    return new Rights(bits);
  }

  /** Whether the right is in this set. */
  public boolean has(Right right) {
    return (bits & right.bit()) != 0;
  }

  /** Whether all of the other set is in this set. */
  public boolean hasAll(Rights other) {
    return (other.bits & ~bits) == 0;
  }

  /** What is in both sets. */
  public Rights and(Rights other) {
    return new Rights(bits & other.bits);
  }

  /** What is in one of the sets. */
  public Rights or(Rights other) {
    return new Rights(bits | other.bits);
  }

  /** This set without what changes a file or a directory. */
  public Rights readOnly() {
    return new Rights(bits & ~CHANGING.bits);
  }
}
