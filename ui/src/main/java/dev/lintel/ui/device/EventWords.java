package dev.lintel.ui.device;

import dev.lintel.domain.device.EventClasses;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people call the events of devices, of which the server knows most by their codes. */
public final class EventWords {
    private static final Pattern NEXT_WORD = Pattern.compile("[^a-z0-9]+([a-z0-9])");

    private EventWords() {}

    /** In plain words; empty for a code that only the device knows. */
    public static Optional<String> of(Messages messages, Locale locale, String code) {
        String key = "deviceEvent.code."
                + NEXT_WORD.matcher(EventClasses.plain(code)).replaceAll(word -> word.group(1)
                        .toUpperCase(Locale.ROOT));
        String words = messages.getTranslation(key, locale);
        return words.equals(key) ? Optional.empty() : Optional.of(words);
    }
}
