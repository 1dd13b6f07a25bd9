package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The people of a house: written down, imported, edited by two at once, and each at home with what they may do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsersJourneyIT {
    private static final String PASSWORD = "eleven slow tramways 4";
    private static final String HOSTILE = "=cmd()|'/c calc'!A1 <script>window.hurt=1</script> \"Bobby\"";
    private static final String SITE = """
        {"kind":"site","name":"Ferry House","timeZone":"Europe/London"}
        {"kind":"group","id":"f1","name":"Ferry House"}
        {"kind":"group","id":"f2","parent":"f1","type":"apartment","name":"Flat 1"}
        {"kind":"user","id":"f3","name":"Ruth Frost","email":"ruth@ferry.example.org","groups":["f2"]}
        {"kind":"user","id":"f4","name":"Carl Page","email":"carl@ferry.example.org","groups":["f1"],"profile":"concierge"}
        {"kind":"user","id":"f5","name":"Sara Holm","email":"sara@ferry.example.org","groups":["f1"],"profile":"site-administrator"}
        """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long house;
    private static Visitor ruth;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @BeforeAll
    static void aHouse() throws Exception {
        house = journey.imported(SITE);
    }

    @Test
    @Order(1)
    @Tag("US-1")
    void whateverIsTypedStaysTextInTheFormTheListAndTheFile() throws Exception {
        admin.open("/users/new?project=" + house);
        admin.field("Name").fill(HOSTILE);
        admin.field("E-mail").fill("bobby@ferry.example.org");
        admin.field("Phone").fill("+44 20 7946 0958");
        admin.field("Address").fill("@SUM(1) <img src=x onerror=window.hurt=1>");
        page.getByLabel("Send registration invitation").uncheck();
        admin.button("Save").click();
        assertThat(page.locator("h1")).hasText(HOSTILE);
        assertThat(admin.field("Address")).hasValue("@SUM(1) <img src=x onerror=window.hurt=1>");

        admin.open("/users?project=" + house);
        assertThat(admin.cell("=cmd()")).isVisible();
        Assertions.assertThat(page.evaluate("window.hurt === undefined")).isEqualTo(true);

        admin.button("Export").click();
        Download table = page.waitForDownload(() -> admin.text("CSV").click());
        Assertions.assertThat(Files.readString(table.path()))
                .contains("'=cmd()", "'@SUM(1)", "'+44 20")
                .doesNotContain("\"=cmd()");
        page.keyboard().press("Escape");
    }

    @Test
    @Order(2)
    @Tag("US-6")
    void theListIsFilteredAndTheFilterKept() {
        admin.open("/users?project=" + house + "&filter=profile:is:concierge");
        assertThat(admin.cell("Carl Page")).isVisible();
        assertThat(admin.cell("Ruth Frost")).hasCount(0);
        admin.button("Segments").click();
        page.getByLabel("Keep this filter as").fill("Front desk");
        admin.button("Save segment").click();
        assertThat(admin.link("Front desk")).isVisible();

        admin.open("/users?project=" + house);
        assertThat(admin.cell("Ruth Frost")).isVisible();
        admin.button("Segments").click();
        admin.link("Front desk").click();
        assertThat(admin.cell("Ruth Frost")).hasCount(0);
        assertThat(admin.cell("Carl Page")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("US-1")
    void twoWhoEditOneUserAreToldOfEachOtherAndLoseNothing() {
        Visitor other = journey.visitor();
        other.logIn("admin", Journey.PASSWORD);
        admin.open("/users/" + house + "/f4");
        other.open("/users/" + house + "/f4");
        other.field("Phone").fill("555 0100");
        other.button("Save").click();
        assertThat(other.text("Carl Page is saved.")).isVisible();

        admin.field("Name").fill("Carl Sage");
        admin.button("Save").click();
        Locator dialog = admin.dialog();
        assertThat(dialog).containsText("Mine: Carl Sage");
        assertThat(dialog).containsText("Theirs: 555 0100");
        Visitor.button(dialog, "Save this").click();
        assertThat(admin.text("Carl Sage is saved.")).isVisible();
        assertThat(admin.field("Phone")).hasValue("555 0100");
    }

    @Test
    @Order(4)
    @Tag("US-1")
    void aTableIsLookedAtBeforeAnythingIsStored() {
        admin.open("/users?project=" + house);
        admin.button("Import").click();
        upload("name;email;groups\n" + "Иван;ivan@ferry.example.org;Flat 1\n" + "Tom;tom@ferry.example.org;Flat 9\n");
        assertThat(admin.text("Read as windows-1251, columns separated by semicolons."))
                .isVisible();
        assertThat(page.locator(".verdict-table")).containsText("(Flat 9)");
        assertThat(page.getByText("Correct the refused rows")).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("1 new"))
                .click();
        assertThat(page.locator(".verdict-table")).containsText("Иван");

        page.reload();
        upload("name;email;groups\nИван;ivan@ferry.example.org;Flat 1\n");
        admin.button("Import 1 user").click();
        assertThat(admin.text("Done: 1 added, 0 changed.")).isVisible();
        admin.link("To the users").click();
        assertThat(admin.cell("Иван")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("PF-1")
    void aResidentKeepsTheirOwnPhotoDetailsAndFamily() throws Exception {
        ruth = member("f3", "ruth@ferry.example.org");
        ruth.open("/me");
        ruth.field("Phone").fill("555 0123");
        ruth.button("Save").first().click();
        assertThat(ruth.text("Saved.")).isVisible();
        ruth.page().locator("input[type=file]").setInputFiles(new FilePayload("me.png", "image/png", png()));
        assertThat(ruth.button("Remove the photo")).isVisible();

        ruth.button("Add family member").click();
        Locator dialog = ruth.dialog();
        dialog.getByLabel("Name").fill("Ben Frost");
        Visitor.button(dialog, "Add family member").click();
        assertThat(ruth.page().locator(".family")).containsText("Ben Frost");

        admin.open("/users/" + house + "/f3");
        assertThat(admin.field("Phone")).hasValue("555 0123");
        assertThat(admin.button("Remove the photo")).isVisible();
        assertThat(page.locator(".family")).containsText("Ben Frost");
    }

    @Test
    @Order(6)
    @Tag("US-1")
    void aNewAddressIsInForceOnceItIsConfirmed() throws Exception {
        ruth.open("/me");
        ruth.button("Change address").click();
        Locator dialog = ruth.dialog();
        dialog.getByLabel("New address").fill("ruth@new.example.org");
        dialog.getByLabel("Your password").fill(PASSWORD);
        Visitor.button(dialog, "Send the link").click();
        assertThat(ruth.text("ruth@new.example.org has yet to be confirmed")).isVisible();
        // the first mail has to be there before the second is asked for: two at once may arrive in any order
        journey.postbox().next("ruth@new.example.org");
        ruth.button("Send the mail again").click();
        assertThat(ruth.text("ruth@ferry.example.org")).isVisible();

        Assertions.assertThat(content("ruth@ferry.example.org")).contains("ruth@new.example.org");
        String link = found("/confirm/[\\w-]+", content("ruth@new.example.org"));
        Visitor anywhere = journey.visitor();
        anywhere.open(link);
        anywhere.button("Confirm the address").click();
        assertThat(anywhere.text("The address is confirmed")).isVisible();
        anywhere.open(link);
        assertThat(anywhere.text("That link does not work, or no longer.")).isVisible();

        ruth.open("/me");
        assertThat(ruth.text("ruth@new.example.org")).isVisible();
        assertThat(ruth.button("Send the mail again")).hasCount(0);
        anywhere.logIn("ruth@new.example.org", PASSWORD);
        assertThat(anywhere.page()).hasURL(anywhere.url("/"));
    }

    @Test
    @Order(7)
    @Tag("PR-1")
    void everyLinkInTheMenuLeadsSomewhereForEveryRole() throws Exception {
        List<Visitor> people =
                List.of(ruth, member("f4", "carl@ferry.example.org"), member("f5", "sara@ferry.example.org"));
        for (Visitor person : people) {
            person.open("/");
            assertThat(person.page().locator("h1")).isVisible();
            List<String> paths = new ArrayList<>();
            for (Locator link : person.page().locator("vaadin-side-nav-item").all()) {
                paths.add(link.getAttribute("path"));
            }
            Assertions.assertThat(paths).isNotEmpty();
            for (String path : paths) {
                person.follow("/" + (path == null ? "" : path));
                assertThat(person.page().locator("h1").first()).isVisible();
                assertThat(person.page().locator(".error-page")).hasCount(0);
            }
        }
    }

    /** Somebody of the house who has registered and is logged in. */
    private static Visitor member(String id, String email) throws Exception {
        var answer = journey.server().rest("POST", "/api/v1/projects/" + house + "/users/" + id + "/invitation", "");
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Visitor visitor = journey.visitor();
        visitor.open(found("/welcome/[\\w-]+", content(email)));
        visitor.field("New password").fill(PASSWORD);
        visitor.field("New password again").fill(PASSWORD);
        visitor.page().getByLabel("I accept the terms of use").check();
        visitor.button("Register").click();
        assertThat(visitor.page()).hasURL(visitor.url("/"));
        return visitor;
    }

    /** What the next mail to the address says, links unbroken. */
    private static String content(String email) throws Exception {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        journey.postbox().next(email).writeTo(mail);
        return mail.toString(StandardCharsets.UTF_8).replace("=\r\n", "");
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        Assertions.assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    private void upload(String table) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("users.csv", "text/csv", table.getBytes(Charset.forName("windows-1251"))));
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
