package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resident from the invitation to the end: invited by mail, registered, forgetful, suspended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleJourneyIT {
    private static final String SITE = """
            {"kind":"site","version":1,"name":"Larch House","timeZone":"Europe/London"}
            {"kind":"group","id":"root","parent":null,"type":"building","name":"Larch House"}
            {"kind":"group","id":"flat","parent":"root","type":"apartment","name":"Flat 7"}
            """;

    /** A wrong code is forgotten, or nothing more can be typed. */
    private static final String ANSWERED = """
            () => document.body.innerText.includes('Too many attempts')
                || [...document.querySelectorAll('vaadin-text-field')].some(field => field.value === '')""";

    private static final String ADDRESS = "nora@larch.example.org";
    private static final String FIRST_PASSWORD = "nine patient herons 44";
    private static final String SECOND_PASSWORD = "two amber staircases 9";

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;
    private static String oldLink;
    private static Visitor nora;

    private final Visitor admin = journey.admin();

    @BeforeAll
    static void aHouse() throws Exception {
        project = journey.imported(SITE);
        nora = journey.visitor();
    }

    @Test
    @Order(1)
    @Tag("US-1")
    @Tag("US-2")
    void whoeverIsAddedIsInvitedByAMailWithLinkCodeAndPicture() throws Exception {
        admin.open("/users/new?project=" + project + "&group=flat");
        admin.field("Name").fill("Nora Field");
        admin.field("E-mail").fill(ADDRESS);
        admin.button("Save").click();
        assertThat(admin.text("Nora Field is saved; an invitation goes to " + ADDRESS))
                .isVisible();

        ReadMail mail = ReadMail.of(journey.postbox().next(ADDRESS));
        oldLink = mail.link("/welcome/");
        Assertions.assertThat(mail.subject()).isEqualTo("You are invited to Journeys");
        Assertions.assertThat(mail.text()).contains("Nora Field", "pick the server Journeys", oldLink);
        Assertions.assertThat(mail.code()).matches("\\d{4} \\d{4}");
        Assertions.assertThat(mail.qrCode()).isEqualTo(oldLink);
    }

    @Test
    // the last: whoever guesses has to wait, and every visitor here comes from one address
    @Order(20)
    @Tag("US-2")
    void guessingAnInvitationLeadsNowhereAndSoonHasToWait() {
        Visitor guesser = journey.visitor();
        guesser.open("/welcome/bm9uc2Vuc2U");
        for (int i = 0; i < 20 && !guesser.text("Too many attempts").isVisible(); i++) {
            assertThat(guesser.text("That invitation does not work, or no longer."))
                    .isVisible();
            guesser.field("E-mail").fill("somebody@larch.example.org");
            guesser.field("Confirmation code").fill("0000 000" + i % 10);
            guesser.button("Continue").click();
            guesser.page().waitForFunction(ANSWERED);
        }
        assertThat(guesser.text("Too many attempts")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("US-2")
    void anInvitationExpiresAndAnotherTakesItsPlace() throws Exception {
        change("update invitation set expires = expires - interval '8 days' where email = '" + ADDRESS + "'");
        nora.open(path(oldLink));
        assertThat(nora.text("That invitation does not work, or no longer.")).isVisible();

        admin.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Actions"))
                .click();
        admin.menuItem("Send invitation").click();
        assertThat(admin.text("1 invitation is on its way.")).isVisible();
        ReadMail mail = ReadMail.of(journey.postbox().next(ADDRESS));
        Assertions.assertThat(mail.link("/welcome/")).isNotEqualTo(oldLink);
        nora.field("E-mail").fill(ADDRESS);
        nora.field("Confirmation code").fill(mail.code());
        nora.button("Continue").click();
        assertThat(nora.text("Welcome, Nora Field")).isVisible();
        oldLink = mail.link("/welcome/");
    }

    @Test
    @Order(4)
    @Tag("US-3")
    void aGoodPasswordAndTheTermsOpenTheAccountAndTheProduct() {
        String before = nora.session();
        choose("short", "short");
        assertThat(nora.text("Please accept the terms to go on.")).isVisible();
        nora.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("I accept the terms of use"))
                .check();
        choose("short", "short");
        assertThat(nora.text("That is too short.")).isVisible();
        choose("password1234", "password1234");
        assertThat(nora.text("Too many people use that one")).isVisible();
        choose(FIRST_PASSWORD, FIRST_PASSWORD + "?");
        assertThat(nora.text("The two do not match.")).isVisible();
        choose(FIRST_PASSWORD, FIRST_PASSWORD);
        assertThat(nora.page()).hasURL(nora.url("/"));
        assertThat(nora.page().locator("h1")).hasText("Today");
        Assertions.assertThat(nora.session()).isNotEqualTo(before);

        Visitor late = journey.visitor();
        late.open(path(oldLink));
        assertThat(late.text("That invitation does not work, or no longer.")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("US-3")
    @Tag("PR-2")
    void aResidentFindsWhatIsForResidentsOnly() {
        assertThat(nora.link("Notifications").first()).isVisible();
        for (String absent : new String[] {"Users", "Profiles", "Audit", "General", "Sites"}) {
            assertThat(nora.page().locator(".navigation").getByText(absent)).hasCount(0);
        }
        for (String path : new String[] {"/users", "/profiles", "/settings", "/users/" + project + "/nobody"}) {
            nora.open(path);
            assertThat(nora.text("There is nothing here")).isVisible();
        }
    }

    @Test
    @Order(6)
    @Tag("US-3")
    void whoForgotThePasswordChoosesAnotherByMail() throws Exception {
        Visitor elsewhere = journey.visitor();
        elsewhere.open("/login");
        elsewhere.button("Forgotten password").click();
        elsewhere.field("E-mail").fill(ADDRESS);
        elsewhere.button("Send link").click();
        assertThat(elsewhere.text("Look into your mail")).isVisible();
        String link = ReadMail.of(journey.postbox().next(ADDRESS)).link("/recover/");
        elsewhere.open(path(link));
        elsewhere.field("New password").fill(SECOND_PASSWORD);
        elsewhere.field("New password again").fill(SECOND_PASSWORD);
        elsewhere.button("Save password").click();
        assertThat(elsewhere.text("The password is changed")).isVisible();
        assertThat(nora.page()).hasURL(nora.url("/login?ended"));

        elsewhere.open(path(link));
        assertThat(elsewhere.text("That link does not work, or no longer.")).isVisible();
        elsewhere.logIn(ADDRESS, FIRST_PASSWORD);
        assertThat(elsewhere.text("Login or password is wrong")).isVisible();
        elsewhere.logIn(ADDRESS, SECOND_PASSWORD);
        assertThat(elsewhere.page()).hasURL(elsewhere.url("/"));
    }

    @Test
    @Order(7)
    @Tag("US-3")
    void anAdministratorSendsWhoeverAsksALinkForANewPassword() throws Exception {
        admin.page().reload();
        admin.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Actions"))
                .click();
        admin.menuItem("Send password recovery link").click();
        assertThat(admin.text("A link for a new password is on its way to " + ADDRESS))
                .isVisible();
        Visitor helped = journey.visitor();
        helped.open(path(ReadMail.of(journey.postbox().next(ADDRESS)).link("/recover/")));
        assertThat(helped.text("Choose a new password")).isVisible();
    }

    @Test
    @Order(8)
    @Tag("US-3")
    void nobodyIsSentElsewhereByALogin() {
        Visitor misled = journey.visitor();
        misled.open("/login?continue=//evil.example/&redirect=https://evil.example/");
        misled.fillInLogin(ADDRESS, SECOND_PASSWORD);
        assertThat(misled.page()).hasURL(misled.url("/"));

        Visitor asked = journey.visitor();
        for (String path : new String[] {"//evil.example/", "/%2f%2fevil.example/"}) {
            asked.open(path);
        }
        asked.logIn(ADDRESS, SECOND_PASSWORD);
        Assertions.assertThat(asked.page().url()).startsWith(asked.url("/"));
    }

    @Test
    @Order(9)
    @Tag("US-1")
    void whoIsSuspendedIsOutAtOnceAndStaysOut() throws Exception {
        nora.logIn(ADDRESS, SECOND_PASSWORD);
        assertThat(nora.page()).hasURL(nora.url("/"));
        admin.page().reload();
        admin.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Actions"))
                .click();
        admin.menuItem("Suspend").click();
        Visitor.button(admin.page().locator("vaadin-confirm-dialog"), "Suspend").click();
        assertThat(admin.text("1 user is suspended.")).isVisible();
        assertThat(nora.page()).hasURL(nora.url("/login?ended"));
        nora.logIn(ADDRESS, SECOND_PASSWORD);
        assertThat(nora.page()).hasURL(Pattern.compile(".*/login\\?error"));

        int mails = journey.postbox().to(ADDRESS).size();
        nora.open("/recover");
        nora.field("E-mail").fill(ADDRESS);
        nora.button("Send link").click();
        assertThat(nora.text("Look into your mail")).isVisible();
        try (Connection database = journey.server().database()) {
            var waiting = database.createStatement()
                    .executeQuery("select count(*) from mail where recipient = '" + ADDRESS + "'");
            waiting.next();
            Assertions.assertThat(waiting.getInt(1)).isEqualTo(mails);
        }
    }

    private static void choose(String password, String again) {
        nora.field("New password").fill(password);
        nora.field("New password again").fill(again);
        nora.button("Register").click();
    }

    private static String path(String link) {
        return link.substring(nora.url("").length());
    }

    private static void change(String sql) throws Exception {
        try (Connection database = journey.server().database()) {
            Assertions.assertThat(database.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }
}
