package dev.lintel.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PR-2")
class CatalogueTest {
    private final List<String[]> rows = BuiltInProfile.lines().stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();

    @Test
    void theEnumIsTheCatalogueInItsOrder() {
        assertThat(Arrays.stream(Permission.values()).map(Permission::code))
                .containsExactlyElementsOf(rows.stream().map(row -> row[1]).toList());
    }

    @Test
    void theColumnsAreTheBuiltInProfilesButForTheServersOwn() {
        assertThat(BuiltInProfile.lines().getFirst().split(",", -1))
                .containsExactly(
                        "area",
                        "permission",
                        "what it allows",
                        "company administrator",
                        "site administrator",
                        "concierge",
                        "user");
    }

    @Test
    void aCrossInAColumnIsAPermissionOfTheProfile() {
        assertThat(BuiltInProfile.SERVER_ADMINISTRATOR.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(BuiltInProfile.COMPANY_ADMINISTRATOR.permissions())
                .contains(Permission.PROFILE_CREATE, Permission.USER_EDIT)
                .doesNotContain(Permission.USER_VIEW_ALL, Permission.AUDIT_VIEW);
        assertThat(BuiltInProfile.SITE_ADMINISTRATOR.permissions())
                .contains(Permission.PROFILE_EDIT)
                .doesNotContain(Permission.PROFILE_CREATE);
        assertThat(BuiltInProfile.CONCIERGE.permissions())
                .contains(Permission.CONVERSATION_MESSAGE_ALL)
                .doesNotContain(Permission.USER_VIEW);
        assertThat(BuiltInProfile.USER.permissions())
                .contains(Permission.IDENTIFIER_VIEW_OWN, Permission.DEVICE_OPEN_LOCK)
                .doesNotContain(Permission.IDENTIFIER_VIEW_GROUP);
    }

    @Test
    void nobodyHandsOutABuiltInProfileThatPermitsMore() {
        for (BuiltInProfile profile : BuiltInProfile.values()) {
            for (String available : profile.available()) {
                Set<Permission> given =
                        BuiltInProfile.ofCode(available).orElseThrow().permissions();
                Set<Permission> surplus = new java.util.HashSet<>(given);
                surplus.removeAll(profile.permissions());
                // the catalogue gives concierges one right that administrators lack
                surplus.remove(Permission.CONVERSATION_MESSAGE_ALL);
                assertThat(surplus).as("%s hands out %s", profile, available).isEmpty();
            }
        }
    }

    @Test
    void everyScopeIsTheEndOfTheCode() {
        assertThat(Permission.IDENTIFIER_VIEW_GROUP.scope()).isEqualTo(Scope.GROUP);
        assertThat(Permission.IDENTIFIER_VIEW_GROUP.action()).isEqualTo(Permission.IDENTIFIER_VIEW_ALL.action());
        assertThat(Permission.USER_VIEW.scope()).isEqualTo(Scope.AVAILABLE);
        assertThat(Permission.USER_VIEW.action()).isEqualTo(Permission.USER_VIEW_ALL.action());
    }
}
