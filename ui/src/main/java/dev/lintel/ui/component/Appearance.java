package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import dev.lintel.domain.user.ColourScheme;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark: as its owner likes it, and remembered by the browser for the pages before a login. */
public final class Appearance {
    private static final String COOKIE = "lintel-appearance";
    private static final Duration KEPT = Duration.ofDays(365);

    private Appearance() {}

    /** What this browser was set to. */
    public static ColourScheme ofTheBrowser() {
        VaadinRequest request = VaadinService.getCurrentRequest();
        Cookie @Nullable [] cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return ColourScheme.AUTO;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(ColourScheme.values())
                        .filter(known -> code(known).equals(value)))
                .findFirst()
                .orElse(ColourScheme.AUTO);
    }

    public static void show(UI ui, ColourScheme scheme) {
        ui.getPage()
                .setColorScheme(
                        switch (scheme) {
                            case AUTO -> ColorScheme.Value.SYSTEM;
                            case LIGHT -> ColorScheme.Value.LIGHT;
                            case DARK -> ColorScheme.Value.DARK;
                        });
    }

    /** Shows it, and lets the browser remember. */
    public static void choose(UI ui, ColourScheme scheme) {
        show(ui, scheme);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=' + $2 + ';samesite=lax'",
                        COOKIE,
                        code(scheme),
                        Math.toIntExact(KEPT.toSeconds()));
    }

    private static String code(ColourScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }
}
