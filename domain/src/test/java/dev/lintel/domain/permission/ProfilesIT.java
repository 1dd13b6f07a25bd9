package dev.lintel.domain.permission;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static dev.lintel.domain.permission.Permission.ACS_LOG_VIEW;
import static dev.lintel.domain.permission.Permission.AUDIT_VIEW;
import static dev.lintel.domain.permission.Permission.DEVICE_VIEW;
import static dev.lintel.domain.permission.Permission.USER_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.permission.ProfileRefusedException.Reason;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.LastAdministratorException;
import dev.lintel.domain.user.ProfileHolders;
import dev.lintel.domain.user.ProfileHolders.Holder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("PR-1")
@RecordApplicationEvents
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ProfilesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Profiles profiles;

    @Autowired
    ProfileHolders holders;

    @Autowired
    Sites sites;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    private final String name = "house-" + UUID.randomUUID();
    private long project;

    @BeforeEach
    void aHouse() throws IOException {
        project = load(house(name));
    }

    @Test
    void aMadeProfileIsListedBesideTheBuiltInOnesAndToldToTheAudit() {
        Profile made = profiles.create(
                SERVER, project, new ProfileDraft(" Guard ", "at night", Set.of(ACS_LOG_VIEW), Set.of("user")));

        assertThat(profiles.list(SERVER, project))
                .extracting(Profile::id)
                .contains(
                        "server-administrator",
                        "company-administrator",
                        "site-administrator",
                        "concierge",
                        "user",
                        made.id());
        assertThat(profiles.find(SERVER, project, made.id())).contains(made);
        assertThat(made.name()).isEqualTo("Guard");
        assertThat(events.stream(RecordChanged.class))
                .contains(new RecordChanged(
                        SERVER,
                        project,
                        "profile",
                        made.id(),
                        "Guard",
                        Map.of(),
                        Map.of(
                                "name",
                                "Guard",
                                "description",
                                "at night",
                                "permissions",
                                "acs-log.view",
                                "available",
                                "user")));
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHold() {
        Actor company = company();
        ProfileDraft greedy = new ProfileDraft("Greedy", "", Set.of(AUDIT_VIEW, DEVICE_VIEW), Set.of());

        assertThatThrownBy(() -> profiles.create(company, project, greedy))
                .isInstanceOfSatisfying(ProfileRefusedException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.MORE_THAN_OWN);
                    assertThat(refusal.about()).containsExactly("audit.view");
                });
        Actor generous = company.withPermissions(with(company, Permission.PROFILE_GRANT_MORE_THAN_OWN));
        assertThat(profiles.create(generous, project, greedy).permissions()).contains(AUDIT_VIEW);
    }

    @Test
    void aProfileOffersOnlyWhatItsMakerMayHandOut() {
        for (String offered : List.of(
                "company-administrator",
                "server-administrator",
                "nonsense",
                foreign().id())) {
            assertThat(refusal(() -> profiles.create(
                            company(), project, new ProfileDraft("Offering", "", Set.of(), Set.of(offered)))))
                    .as(offered)
                    .isEqualTo(Reason.NOT_AVAILABLE);
        }
        assertThat(profiles.create(company(), project, new ProfileDraft("Offering", "", Set.of(), Set.of("user"))))
                .isNotNull();
    }

    @Test
    void whatIsNotAvailableIsNeitherSeenNorChanged() {
        Profile guard = profiles.create(SERVER, project, draft("Guard", DEVICE_VIEW));
        Profile auditor = profiles.create(SERVER, project, draft("Auditor", AUDIT_VIEW));

        assertThat(profiles.available(company(), project))
                .extracting(Profile::id)
                .containsExactly("site-administrator", "concierge", "user", guard.id());
        assertThat(profiles.available(member("site-administrator"), project))
                .extracting(Profile::id)
                .containsExactly("concierge", "user");
        assertThat(profiles.find(company(), project, auditor.id())).isEmpty();
        assertThat(refusal(() -> profiles.edit(company(), project, auditor.id(), draft("Mine"), 0)))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(() -> profiles.delete(company(), project, auditor.id(), null)))
                .isEqualTo(Reason.UNKNOWN);
        Actor seesAll = company().withPermissions(with(company(), Permission.PROFILE_VIEW_ALL));
        assertThat(profiles.find(seesAll, project, auditor.id())).isPresent();
        assertThatThrownBy(() -> profiles.edit(seesAll, project, auditor.id(), draft("Mine"), 0))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void anEditMayKeepWhatTheEditorLacksButNotAddIt() {
        Profile night = profiles.create(SERVER, project, draft("Night", AUDIT_VIEW, DEVICE_VIEW));
        Profile chief = profiles.create(
                SERVER,
                project,
                new ProfileDraft(
                        "Chief",
                        "",
                        Set.of(Permission.PROFILE_VIEW, Permission.PROFILE_EDIT, DEVICE_VIEW),
                        Set.of(night.id())));
        Actor actor = member(chief.id());

        Profile edited = profiles.edit(actor, project, night.id(), draft("Night shift", AUDIT_VIEW), 0);

        assertThat(edited.version()).isEqualTo(1);
        assertThat(refusal(() -> profiles.edit(actor, project, night.id(), draft("Night", AUDIT_VIEW, USER_VIEW), 1)))
                .isEqualTo(Reason.MORE_THAN_OWN);
        assertThat(refusal(() -> profiles.edit(actor, project, night.id(), draft("Late"), 0)))
                .isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(profiles.find(SERVER, project, night.id()).orElseThrow().name())
                .isEqualTo("Night shift");
    }

    @Test
    void builtInProfilesStayAsTheyAreAndCanBeCopied() {
        Profile concierge = profiles.find(SERVER, project, "concierge").orElseThrow();

        assertThat(refusal(() -> profiles.edit(SERVER, project, "concierge", draft("Mine"), 0)))
                .isEqualTo(Reason.BUILT_IN);
        assertThat(refusal(() -> profiles.delete(SERVER, project, "concierge", null)))
                .isEqualTo(Reason.BUILT_IN);
        assertThat(profiles.create(SERVER, project, ProfileDraft.copyOf(concierge, "Day desk"))
                        .permissions())
                .isEqualTo(concierge.permissions());
    }

    @Test
    void aProfileThatPeopleHaveStaysUntilTheyGetAnother() throws IOException {
        Profile guard = profiles.create(SERVER, project, draft("Guard", DEVICE_VIEW));
        give("u1", guard.id());
        assertThat(holders.counts(SERVER, project)).containsEntry(guard.id(), 1);
        assertThat(holders.of(SERVER, project, guard.id())).containsExactly(new Holder("u1", "Olena Коваль"));

        assertThatThrownBy(() -> profiles.delete(SERVER, project, guard.id(), null))
                .isInstanceOfSatisfying(ProfileRefusedException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.HELD);
                    assertThat(refusal.about()).containsExactly("1");
                });
        assertThat(refusal(() -> profiles.delete(SERVER, project, guard.id(), guard.id())))
                .isEqualTo(Reason.NOT_AVAILABLE);
        profiles.delete(SERVER, project, guard.id(), "concierge");

        assertThat(profiles.find(SERVER, project, guard.id())).isEmpty();
        assertThat(jdbc.queryForList("select profile from person where project_id = ?", String.class, project))
                .containsExactly("concierge");
    }

    @Test
    void aDeletedProfileIsOfferedNoMore() {
        Profile guard = profiles.create(SERVER, project, draft("Guard"));
        Profile chief =
                profiles.create(SERVER, project, new ProfileDraft("Chief", "", Set.of(), Set.of(guard.id(), "user")));

        profiles.delete(SERVER, project, guard.id(), null);

        assertThat(profiles.find(SERVER, project, chief.id()).orElseThrow().available())
                .containsExactly("user");
    }

    @Test
    void namesAreUniqueInAProject() {
        profiles.create(SERVER, project, draft("Guard"));

        assertThat(refusal(() -> profiles.create(SERVER, project, draft("Guard"))))
                .isEqualTo(Reason.NAME_TAKEN);
        assertThat(refusal(() -> profiles.create(SERVER, project, draft("  ")))).isEqualTo(Reason.NAME_MISSING);
        assertThat(refusal(() -> draft("x".repeat(101)))).isEqualTo(Reason.NAME_TOO_LONG);
    }

    @Test
    void aProfileOfTheWholeServerIsForEveryProjectAndChangedByNobodyOfOne() {
        Profile everywhere = profiles.create(SERVER, null, draft("Everywhere " + name, DEVICE_VIEW));
        Actor chief = member(profiles.create(
                        SERVER,
                        project,
                        new ProfileDraft("Chief", "", with(company(), AUDIT_VIEW), Set.of(everywhere.id())))
                .id());

        assertThat(profiles.available(chief, project)).contains(everywhere);
        assertThatThrownBy(() -> profiles.edit(chief, project, everywhere.id(), draft("Mine"), 0))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> profiles.create(chief, null, draft("Mine")))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Tag("PR-4")
    void anotherProjectIsLikeNone() throws IOException {
        long other = load(house("other-" + name));
        Actor company = company();

        for (long unknown : List.of(other, Long.MAX_VALUE)) {
            assertThat(refusal(() -> profiles.list(company, unknown))).isEqualTo(Reason.PROJECT_UNKNOWN);
            assertThat(refusal(() -> profiles.create(company, unknown, draft("Mine"))))
                    .isEqualTo(Reason.PROJECT_UNKNOWN);
        }
        for (String unknown : List.of(foreign().id(), "nonsense")) {
            assertThat(profiles.find(company, project, unknown)).isEmpty();
            assertThat(refusal(() -> profiles.edit(company, project, unknown, draft("Mine"), 0)))
                    .isEqualTo(Reason.UNKNOWN);
        }
    }

    @Test
    void nobodyGivesByAFileWhatTheyMayNotGiveByHand() {
        Actor importer = member(profiles.create(
                        SERVER,
                        project,
                        new ProfileDraft("Importer", "", Set.of(Permission.SETTINGS_IMPORT), Set.of("user")))
                .id());

        assertThatThrownBy(() -> sites.load(
                        importer,
                        file(house(name)
                                .replace(
                                        "\"groups\":[\"g2\"]",
                                        "\"groups\":[\"g2\"],\"profile\":\"server-administrator\"")),
                        false,
                        part -> {}))
                .isInstanceOf(SiteFileException.class)
                .hasMessageContaining("none that you may give");
    }

    @Test
    void theLastWhoCanRunTheServerStaysAbleTo() throws IOException {
        List<Map<String, Object>> accounts = jdbc.queryForList("select * from account");
        assertThat(accounts).isEmpty();
        give("u1", "server-administrator");
        jdbc.update(
                "insert into account (login, password_hash, must_change_password, locale, project_id, person_id) values (?, '', false, 'en', ?, 'u1')",
                "boss-" + project,
                project);

        assertThatThrownBy(() -> give("u1", "user")).isInstanceOf(LastAdministratorException.class);
        jdbc.update("delete from account");
        give("u1", "user");
    }

    private Profile foreign() {
        try {
            long other = load(house("foreign-" + UUID.randomUUID()));
            return profiles.create(SERVER, other, draft("Guard"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long load(String text) throws IOException {
        return sites.load(SERVER, file(text), false, part -> {}).project();
    }

    private void give(String person, String profile) throws IOException {
        load(house(name).replace("\"groups\":[\"g2\"]", "\"groups\":[\"g2\"],\"profile\":\"" + profile + "\""));
    }

    private Actor company() {
        return member("company-administrator");
    }

    /** Somebody at the root of the project, with all that their profile permits. */
    private Actor member(String profile) {
        String person = "p-" + profile;
        jdbc.update(
                "insert into person (project_id, id, name, profile, suspended) values (?, ?, ?, ?, false) on conflict do nothing",
                project,
                person,
                person,
                profile);
        Set<Permission> permissions =
                profiles.find(SERVER, project, profile).orElseThrow().permissions();
        return new Actor(person, 0L, permissions, new Membership(project, person, Set.of("g1"), true), null);
    }

    private static Set<Permission> with(Actor actor, Permission more) {
        Set<Permission> both = new java.util.HashSet<>(actor.permissions());
        both.add(more);
        return both;
    }

    private static ProfileDraft draft(String name, Permission... permissions) {
        return new ProfileDraft(name, "", Set.of(permissions), Set.of());
    }

    private static Reason refusal(ThrowingCallable call) {
        var refused = new Reason[1];
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ProfileRefusedException.class, refusal -> refused[0] = refusal.reason());
        return refused[0];
    }
}
