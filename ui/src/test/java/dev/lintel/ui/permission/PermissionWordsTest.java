package dev.lintel.ui.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.PermissionCatalogue;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("PR-2")
class PermissionWordsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatCanBeChosenHasAName(Language language) {
        PermissionWords words = new PermissionWords(new Messages(), language.locale());

        assertThat(PermissionCatalogue.areas()).hasSizeGreaterThan(20).allSatisfy(area -> {
            assertThat(words.area(area)).doesNotContain(".");
            area.actions().values().stream()
                    .filter(scoped -> scoped.size() > 1)
                    .forEach(scoped -> assertThat(words.action(scoped)).doesNotContain("."));
        });
        assertThat(List.of(BuiltInProfile.values()))
                .map(BuiltInProfile::profile)
                .allSatisfy(profile -> {
                    assertThat(words.name(profile)).doesNotContain(".");
                    assertThat(words.description(profile)).isNotBlank().doesNotStartWith("profile.");
                });
    }
}
