package dev.lintel.ui.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages that the product speaks. */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    RUSSIAN("ru", "Русский", Locale.forLanguageTag("ru-RU")),
    UKRAINIAN("uk", "Українська", Locale.forLanguageTag("uk-UA"));

    private final Locale locale;
    private final String ownName;
    private final Locale formats;

    Language(String code, String ownName, Locale formats) {
        this.locale = Locale.forLanguageTag(code);
        this.ownName = ownName;
        this.formats = formats;
    }

    public Locale locale() {
        return locale;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** Whose dates and numbers it is written with: English here is British. */
    public Locale formats() {
        return formats;
    }

    /** The language that is nearest to the locale; English when none is near. */
    public static Language nearest(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    public static List<Locale> locales() {
        return Arrays.stream(values()).map(Language::locale).toList();
    }
}
