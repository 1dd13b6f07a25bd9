package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, remembered by the browser, since it belongs to the screen and not to the person. */
enum Appearance {
    AUTO(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    private static final String COOKIE = "lintel-appearance";
    private static final Duration KEPT = Duration.ofDays(365);

    private final ColorScheme.Value scheme;

    Appearance(ColorScheme.Value scheme) {
        this.scheme = scheme;
    }

    /** What this browser was set to. */
    static Appearance current() {
        VaadinRequest request = VaadinService.getCurrentRequest();
        Cookie @Nullable [] cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return AUTO;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value ->
                        Arrays.stream(values()).filter(known -> known.code().equals(value)))
                .findFirst()
                .orElse(AUTO);
    }

    void show(UI ui) {
        ui.getPage().setColorScheme(scheme);
    }

    void choose(UI ui) {
        show(ui);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=' + $2 + ';samesite=lax'",
                        COOKIE,
                        code(),
                        Math.toIntExact(KEPT.toSeconds()));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
