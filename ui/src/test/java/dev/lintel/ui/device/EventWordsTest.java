package dev.lintel.ui.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.device.EventClasses;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("DE-1")
class EventWordsTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEventThatTheServerKnowsHasWordsOfItsOwn(Language language) {
        List<Optional<String>> words = EventClasses.known().stream()
                .map(code -> EventWords.of(messages, language.locale(), code))
                .toList();
        assertThat(words).isNotEmpty().doesNotContain(Optional.empty()).doesNotHaveDuplicates();
    }

    @Test
    void aCodeIsKnownHoweverADeviceWritesItAndOthersAreLeftAsTheyAre() {
        assertThat(EventWords.of(messages, Language.ENGLISH.locale(), "Door-was-opened"))
                .contains("Door opened");
        assertThat(EventWords.of(messages, Language.ENGLISH.locale(), "panel_dreamt"))
                .isEmpty();
    }
}
