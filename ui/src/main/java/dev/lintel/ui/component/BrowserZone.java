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

    /** The browser's zone; UTC when it does not tell. */
    public static ZoneId of(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        @Nullable String zone = details == null ? null : details.getTimeZoneId();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknownToJava) {
            return ZoneOffset.UTC;
        }
    }

    public static Moments moments(UI ui, Messages messages) {
        return new Moments(messages, ui.getLocale(), of(ui));
    }
}
