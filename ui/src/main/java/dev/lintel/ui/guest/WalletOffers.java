package dev.lintel.ui.guest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which wallets a visitor is offered. */
record WalletOffers(boolean apple, boolean google) {
    static final WalletOffers NONE = new WalletOffers(false, false);

    private static final Pattern APPLES = Pattern.compile("iPhone|iPad|Macintosh");
    private static final Pattern ANDROID = Pattern.compile("Android");

    /** What a browser has a use for, as far as it says what it runs on. */
    WalletOffers on(@Nullable String browser) {
        String said = browser == null ? "" : browser;
        return new WalletOffers(
                apple && !ANDROID.matcher(said).find(),
                google && !APPLES.matcher(said).find());
    }
}
