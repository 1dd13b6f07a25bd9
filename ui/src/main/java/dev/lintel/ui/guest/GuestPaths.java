package dev.lintel.ui.guest;

/** Addresses of guest access. */
final class GuestPaths {
    static final String LIST = "guests";
    static final String NEW = LIST + "/new";

    private GuestPaths() {}

    static String pass(long project, String id) {
        return LIST + "/" + project + "/" + id;
    }
}
