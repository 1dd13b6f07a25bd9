package dev.lintel.ui.i18n;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The message bundles, written in the ICU message syntax because Russian and Ukrainian need its plural forms.
 *
 * <p>Arguments are numbered in the texts of views and named in sentences. A missing text is a bug that the tests find;
 * at run time its key is shown, so that nobody stands before an error page for want of a word.
 */
@Component
public final class Messages implements I18NProvider {
    static final String BUNDLE = "dev.lintel.ui.i18n.messages";

    private static final long serialVersionUID = 1L;
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<Pattern, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Pattern(Language language, String key) {}

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.locales();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return format(key, locale, arguments);
    }

    /** The text with its named arguments filled in. */
    public String say(Locale locale, String key, Map<String, ?> arguments) {
        return format(key, locale, arguments);
    }

    /** What a constant of the domain is called, for instance {@code ReasonCode.EXPIRED}. */
    public String nameOf(Locale locale, Enum<?> constant) {
        return format(keyOf(constant), locale, new Object[0]);
    }

    /** The key under which a constant of the domain is named. */
    public static String keyOf(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String nested =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return nested + "." + constant.name();
    }

    private String format(String key, Locale locale, Object arguments) {
        Language language = Language.nearest(locale);
        if (!bundle(language).containsKey(key)) {
            return key;
        }
        MessageFormat format = formats.computeIfAbsent(
                new Pattern(language, key),
                pattern -> new MessageFormat(bundle(language).getString(key), language.formats()));
        // a MessageFormat must not be used by two threads at once
        return ((MessageFormat) format.clone()).format(arguments);
    }

    private static ResourceBundle bundle(Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_ELSE);
    }
}
