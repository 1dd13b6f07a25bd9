package dev.lintel.domain.user.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.Together;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.wire.FieldProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("US-1")
class UsersIT extends PeopleIT {
    private static final Actor SERVER = Actor.server();

    @Test
    void keepsAllThatTheFormSaysAndSiteFilesGoOnWithTheirPart() throws Exception {
        long house = house("kept");
        PersonDraft draft = new PersonDraft(
                " Anna Bell ",
                "Anna@Example.org",
                "user",
                List.of("g2", "g1"),
                "+44 (0)20 1",
                "1 Mill Court\nLondon",
                null);

        Person made = users.create(SERVER, house, draft);

        Person read = users.get(SERVER, house, made.id()).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.user().name()).isEqualTo("Anna Bell");
        assertThat(read.status()).isEqualTo(UserStatus.NOT_INVITED);
        String file = export(house);
        assertThat(file).contains("Anna Bell").doesNotContain("Mill Court");
        sites.load(SERVER, TestSites.file(file.replace("Anna Bell", "Ann Bell")), true, part -> {});
        Person imported = users.get(SERVER, house, made.id()).orElseThrow();
        assertThat(imported.user().name()).isEqualTo("Ann Bell");
        assertThat(imported.address()).isEqualTo("1 Mill Court\nLondon");
        assertThat(imported.version()).isGreaterThan(made.version());
    }

    @Test
    void namesEveryFieldThatIsWrongAndStoresNothing() throws Exception {
        long house = house("wrong");
        PersonDraft wrong =
                new PersonDraft(" ", "no address", "emperor", List.of("g7"), "call me", "x".repeat(501), "no marker");

        assertThatThrownBy(() -> users.create(SERVER, house, wrong))
                .asInstanceOf(type(UserRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                Field.NAME,
                                Field.EMAIL,
                                Field.PROFILE,
                                Field.GROUPS,
                                Field.PHONE,
                                Field.ADDRESS,
                                Field.MARKER));
        assertThat(export(house)).contains("Olena").doesNotContain("emperor");
    }

    @Test
    void anEmailAddressIsOnePersonsOnTheWholeServerAndNobodyIsToldWhose() throws Exception {
        long house = house("mails");
        long other = house("mails2");

        assertRefused(
                () -> users.create(SERVER, other, resident("Thief").withEmail("OLENA.mails@example.org")),
                Field.EMAIL,
                Reason.TAKEN);
        assertThatThrownBy(() -> users.create(SERVER, other, resident("Thief").withEmail("olena.mails@example.org")))
                .hasMessageNotContaining("Olena Коваль");
        Person olena = users.get(SERVER, house, "u1").orElseThrow();
        assertThat(users.edit(SERVER, house, "u1", olena.version(), olena.draft())
                        .user())
                .isEqualTo(olena.user());
    }

    @Test
    void ofManyWhoWantOneAddressAtOnceOneGetsIt() throws Exception {
        long house = house("race");

        List<Boolean> got = Together.run(4, () -> {
            try {
                users.create(SERVER, house, resident("Racer").withEmail("one@example.org"));
                return true;
            } catch (UserRefusedException taken) {
                return false;
            }
        });

        assertThat(got).containsOnlyOnce(true);
    }

    @Test
    void aSiteAdministratorKeepsTheirOwnBuildingAndFindsNobodyElse() throws Exception {
        long house = house("site");
        long other = house("site2");
        Actor flat = somebody(house, BuiltInProfile.SITE_ADMINISTRATOR, "g2");
        Person neighbour = users.create(SERVER, house, resident("Upstairs").withGroups(List.of("g1")));

        assertThat(users.get(flat, house, "u1")).isPresent();
        assertThat(users.get(flat, house, neighbour.id())).isEmpty();
        assertThat(users.get(flat, other, "u1")).isEmpty();
        assertThatThrownBy(() -> users.edit(flat, house, neighbour.id(), 0, neighbour.draft()))
                .isInstanceOf(NoSuchUserException.class);
        assertThatThrownBy(() -> users.edit(flat, other, "u1", 0, neighbour.draft()))
                .isInstanceOf(NoSuchUserException.class);
        assertThatThrownBy(() -> users.create(flat, other, resident("Foreigner")))
                .isInstanceOf(NoSuchUserException.class);
        assertRefused(
                () -> users.create(flat, house, resident("Climber").withGroups(List.of("g1"))),
                Field.GROUPS,
                Reason.UNAVAILABLE);
        assertRefused(
                () -> users.create(flat, house, resident("Nowhere").withGroups(List.of())),
                Field.GROUPS,
                Reason.MISSING);
        assertThat(users.create(flat, house, resident("Lodger")).user().groups())
                .containsExactly("g2");
    }

    @Test
    void aResidentSeesNoUsersAtAll() throws Exception {
        long house = house("resident");
        Actor resident = somebody(house, BuiltInProfile.USER, "g2");

        assertThatThrownBy(() -> users.get(resident, house, "u1")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> users.create(resident, house, resident("Friend")))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void nobodyHandsOutAProfileOrEditsPeopleAboveThemselves() throws Exception {
        long house = house("above");
        Actor site = somebody(house, BuiltInProfile.SITE_ADMINISTRATOR, "g1");
        Person company = users.create(
                SERVER, house, resident("Company").withProfile(BuiltInProfile.COMPANY_ADMINISTRATOR.code()));
        Person olena = users.get(SERVER, house, "u1").orElseThrow();

        for (BuiltInProfile above : List.of(
                BuiltInProfile.SERVER_ADMINISTRATOR,
                BuiltInProfile.COMPANY_ADMINISTRATOR,
                BuiltInProfile.SITE_ADMINISTRATOR)) {
            assertRefused(
                    () -> users.edit(
                            site, house, "u1", olena.version(), olena.draft().withProfile(above.code())),
                    Field.PROFILE,
                    Reason.UNAVAILABLE);
        }
        assertRefused(
                () -> users.edit(site, house, company.id(), company.version(), company.draft()),
                Field.PROFILE,
                Reason.UNAVAILABLE);
        assertThat(users.mayEdit(site, company)).isFalse();
        assertThat(users.mayEdit(site, olena)).isTrue();
    }

    @Test
    void twoEditorsOfOnePersonAreToldOfEachOther() throws Exception {
        long house = house("editors");
        Person seen = users.get(SERVER, house, "u1").orElseThrow();
        Person theirs = users.edit(SERVER, house, "u1", seen.version(), draft(seen, "Olena Bell", ""));

        assertThatThrownBy(() -> users.edit(SERVER, house, "u1", seen.version(), draft(seen, "Olena Коваль", "555")))
                .asInstanceOf(type(UserChangedException.class))
                .extracting(UserChangedException::theirs)
                .isEqualTo(theirs);
        assertThat(users.get(SERVER, house, "u1")).contains(theirs);
        assertThat(users.edit(SERVER, house, "u1", theirs.version(), draft(theirs, "Olena Bell", "555"))
                        .phone())
                .isEqualTo("555");
    }

    @Test
    void withoutThePermissionToManageMembersGroupsStayAsTheyAre() throws Exception {
        long house = house("members");
        Actor editor = TestActors.ofProject(house, Permission.USER_EDIT);
        Person olena = users.get(SERVER, house, "u1").orElseThrow();

        assertRefused(
                () -> users.edit(editor, house, "u1", olena.version(), olena.draft()),
                Field.PROFILE,
                Reason.UNAVAILABLE);
        Actor server = TestActors.ofServer(Permission.USER_EDIT);
        assertThatThrownBy(() -> users.edit(
                        server, house, "u1", olena.version(), olena.draft().withGroups(List.of("g1"))))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private static PersonDraft draft(Person person, String name, String phone) {
        return new PersonDraft(
                name,
                person.user().email(),
                person.user().profile(),
                person.user().groups(),
                phone,
                "",
                null);
    }

    private String export(long project) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sites.export(SERVER, project, file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
