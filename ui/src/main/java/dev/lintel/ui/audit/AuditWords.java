package dev.lintel.ui.audit;

import dev.lintel.domain.audit.AuditEntry;
import dev.lintel.ui.i18n.Moments;
import java.util.Locale;

/** What kinds of records and their fields are called. */
record AuditWords(Moments moments) {
    /** The kind in the reader's language; one that nobody has named yet, as the code says it. */
    String kind(AuditEntry entry) {
        return switch (entry.kind()) {
            case "account" -> text("audit.kindAccount");
            case "api-token" -> text("audit.kindToken");
            case "device" -> text("audit.kindDevice");
            case "grant" -> text("audit.kindGrant");
            case "group" -> text("audit.kindGroup");
            case "identifier" -> text("audit.kindIdentifier");
            case "login" -> text("audit.kindLogin");
            case "mail-server" -> text("audit.kindMailServer");
            case "mail-template" -> text("audit.kindMailTemplate");
            case "profile" -> text("audit.kindProfile");
            case "project" -> text("audit.kindProject");
            case "restriction" -> text("audit.kindRestriction");
            case "schedule" -> text("audit.kindSchedule");
            case "session" -> text("audit.kindSession");
            case "settings" -> text("audit.kindSettings");
            case "user" -> text("audit.kindUser");
            default -> entry.kind();
        };
    }

    /** For example "logical address" of {@code logicalAddress}. */
    static String field(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    private String text(String key) {
        return moments.messages().getTranslation(key, moments.locale());
    }
}
