package dev.lintel.ui.permission;

import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionCatalogue.Area;
import dev.lintel.domain.permission.Profile;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What permissions and profiles are called, in one language. */
public final class PermissionWords {
    private static final Pattern NEXT_WORD = Pattern.compile("[-.]([a-z])");

    private final Messages messages;
    private final Locale locale;

    public PermissionWords(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Built-in profiles are named in every language, own ones as their makers named them. */
    public String name(Profile profile) {
        return BuiltInProfile.ofCode(profile.id()).isPresent() ? text("profile.", profile.id(), "") : profile.name();
    }

    public String description(Profile profile) {
        return BuiltInProfile.ofCode(profile.id()).isPresent()
                ? text("profile.", profile.id(), ".text")
                : profile.description();
    }

    String area(Area area) {
        return text("permission.area.", area.code(), "");
    }

    /** What several permissions allow that differ in scope only. */
    String action(List<Permission> scoped) {
        return text("permission.action.", scoped.getFirst().action(), "");
    }

    public String permission(Permission permission) {
        return messages.nameOf(locale, permission);
    }

    String scope(Permission permission) {
        return messages.nameOf(locale, permission.scope());
    }

    boolean mentions(Permission permission, String part) {
        return permission(permission).toLowerCase(locale).contains(part.toLowerCase(locale));
    }

    private String text(String before, String code, String after) {
        String key = before + camel(code) + after;
        return messages.getTranslation(key, locale);
    }

    private static String camel(String code) {
        return NEXT_WORD.matcher(code).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
