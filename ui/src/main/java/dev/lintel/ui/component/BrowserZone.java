package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock on the wall of whoever is looking. */
public final class BrowserZone {
    private BrowserZone() {}

    /** The zone that the person has chosen; else the browser's; UTC when it does not tell. */
    public static ZoneId of(UI ui) {
        @Nullable ZoneId chosen = Preferred.of(ui).zone();
        return chosen == null ? ofTheBrowser(ui) : chosen;
    }

    private static ZoneId ofTheBrowser(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        @Nullable String zone = details == null ? null : details.getTimeZoneId();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknownToJava) {
            return ZoneOffset.UTC;
        }
    }

    public static Moments moments(UI ui, Messages messages, ZoneId zone) {
        return new Moments(messages, ui.getLocale(), zone, Preferred.of(ui).timeFormat());
    }

    public static Moments moments(UI ui, Messages messages) {
        return moments(ui, messages, of(ui));
    }
}
