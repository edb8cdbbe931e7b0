package dev.wasmscope.app.palette;

/**
 * Something the palette offers.
 *
 * @param icon an Ikonli literal; may be empty
 * @param title what is matched and shown
 * @param group shown behind the title, such as a menu or a folder
 * @param key the key that does the same; may be empty
 * @param enabled whether it can be done now
 * @param action what is done
 */
public record PaletteItem(
    String icon, String title, String group, String key, boolean enabled, Runnable action) {}
