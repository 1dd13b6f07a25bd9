package dev.lintel.domain.wallet;

import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How passes for Apple Wallet look, and whether phones are told when one changes.
 *
 * @param organisation who gives the passes, for the lock screen
 * @param background colour, {@code #rrggbb}
 * @param foreground colour, {@code #rrggbb}
 * @param push whether phones are told over Apple's push service; without it they ask now and then
 */
public record AppleWallet(String organisation, String background, String foreground, boolean push) {
    public static final String USUAL_BACKGROUND = "#0f766e";
    public static final String USUAL_FOREGROUND = "#ffffff";
    public static final int LONGEST_ORGANISATION = 60;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** @throws WalletRefusedException with what is wrong */
    public AppleWallet {
        organisation = organisation.strip();
        background = colour(Field.BACKGROUND, background, USUAL_BACKGROUND);
        foreground = colour(Field.FOREGROUND, foreground, USUAL_FOREGROUND);
        if (organisation.isEmpty()) {
            throw new WalletRefusedException(Field.ORGANISATION, Reason.MISSING, "");
        }
        if (organisation.length() > LONGEST_ORGANISATION) {
            throw new WalletRefusedException(Field.ORGANISATION, Reason.TOO_LONG, organisation);
        }
        if (CONTROL.matcher(organisation).find()) {
            throw new WalletRefusedException(Field.ORGANISATION, Reason.MALFORMED, organisation);
        }
    }

    private static String colour(Field field, String given, String usual) {
        String colour = given.strip().toLowerCase(Locale.ROOT);
        if (colour.isEmpty()) {
            return usual;
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new WalletRefusedException(field, Reason.MALFORMED, given);
        }
        return colour;
    }
}
