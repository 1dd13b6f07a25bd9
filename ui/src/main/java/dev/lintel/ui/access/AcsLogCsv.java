package dev.lintel.ui.access;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a filter finds as CSV (RFC 4180), page by page, so that a log of any length needs no memory. */
final class AcsLogCsv {
    private static final List<String> COLUMNS = List.of(
            "acsLog.created",
            "acsLog.device",
            "acsLog.identifier",
            "acsLog.type",
            "acsLog.owner",
            "acsLog.ownerType",
            "acsLog.message");
    private static final int PAGE = 1_000;
    private static final String FORMULA_STARTS = "=+-@\t\r";
    /** Tells spreadsheets that the text is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final AcsLog log;
    private final Messages messages;
    private final Moments moments;
    private final IdentifierNotation notation;

    AcsLogCsv(AcsLog log, Messages messages, Moments moments, IdentifierNotation notation) {
        this.log = log;
        this.messages = messages;
        this.moments = moments;
        this.notation = notation;
    }

    void write(Actor actor, AcsLogFilter filter, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        writer.write(line(COLUMNS.stream().map(this::text)));
        Long before = null;
        List<AcsLogEntry> page;
        do {
            page = log.find(actor, filter, before, PAGE);
            for (AcsLogEntry entry : page) {
                writer.write(line(cells(entry)));
                before = entry.id();
            }
        } while (page.size() == PAGE);
        writer.flush();
    }

    private Stream<String> cells(AcsLogEntry entry) {
        Locale locale = moments.locale();
        return Stream.of(
                moments.inList(entry.at()),
                Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial()),
                IdentifierValue.shown(entry.type(), entry.presented(), notation),
                messages.nameOf(locale, entry.type()),
                orEmpty(entry.ownerName()),
                entry.ownerType() == null ? "" : messages.nameOf(locale, entry.ownerType()),
                VerdictBadge.message(messages, locale, entry));
    }

    private String text(String key) {
        return messages.getTranslation(key, moments.locale());
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String line(Stream<String> cells) {
        return cells.map(AcsLogCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where needed, and never a formula: names come from people, and a spreadsheet would run them. */
    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r');
        return quote ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
