package dev.lintel.ui.wallet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import dev.lintel.domain.wallet.WalletRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.ui.i18n.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Says what was wrong at the field that it is about. */
final class WalletRefusals {
    private final Map<Field, Consumer<String>> places = new EnumMap<>(Field.class);

    void at(Field field, HasValidationProperties place) {
        places.put(field, sentence -> {
            place.setErrorMessage(sentence);
            place.setInvalid(!sentence.isEmpty());
        });
    }

    void at(Field field, UploadedFile place) {
        places.put(field, place::refuse);
    }

    void clear() {
        places.values().forEach(place -> place.accept(""));
    }

    void show(WalletRefusedException refused) {
        String sentence = UI.getCurrentOrThrow().getTranslation(Messages.keyOf(refused.reason()), refused.value());
        Consumer<String> place = places.get(refused.field());
        if (place != null) {
            place.accept(sentence);
        }
    }
}
