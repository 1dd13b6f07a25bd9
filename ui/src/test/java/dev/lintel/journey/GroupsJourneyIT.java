package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A complex from nothing: generated, corrected, found, moved and partly torn down, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroupsJourneyIT {
    private static final String OWN_PASSWORD = "eleven copper kettles 31";

    private static Chromium chromium;
    private static RunningServer server;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.open();
        server = RunningServer.start(Map.of("VAADIN_PRODUCTIONMODE", "true"));
        page = chromium.newPage();
        logIn();
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    @Tag("GR-3")
    void aComplexIsGeneratedCorrectedAndSaved() {
        page.navigate(server.url("/generate-groups").toString());
        page.getByLabel("Name").first().fill("Orchard Park");
        page.getByRole(AriaRole.BUTTON, named("Preview")).click();
        assertThat(page.getByText("158 groups")).isVisible();
        Locator second = page.locator(".draft-row").nth(1);
        second.locator("vaadin-text-field input").fill("The Mill");
        second.locator("vaadin-text-field input").press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Save all")).click();
        assertThat(page.locator("h2").getByText("Orchard Park")).isVisible();
        assertThat(page.locator(".facts")).containsText("158");
    }

    @Test
    @Order(2)
    @Tag("GR-1")
    void aFlatIsFoundByTheWordsOfItsPath() {
        search("mill unit 3 floor 5 apartment 4");
        assertThat(page.locator("h2").getByText("Apartment 4")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, landmark("The way to this group")))
                .hasText(Pattern.compile("Orchard Park\\s*/\\s*The Mill\\s*/\\s*Unit 3\\s*/\\s*Floor 5\\s*/"));
    }

    @Test
    @Order(3)
    @Tag("GR-1")
    void aGroupIsEditedAndMoved() {
        page.getByRole(AriaRole.BUTTON, named("Edit")).click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        dialog.getByLabel("Name").fill("Penthouse");
        dialog.getByLabel("Logical address").fill("40");
        dialog.getByRole(AriaRole.BUTTON, inside("Save")).click();
        assertThat(page.locator("h2").getByText("Penthouse")).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Move")).click();
        Locator tree = page.locator("vaadin-dialog[opened]");
        tree.getByText("Building 1", new Locator.GetByTextOptions().setExact(true))
                .click();
        tree.getByRole(AriaRole.BUTTON, inside("Choose")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, landmark("The way to this group")))
                .hasText(Pattern.compile("Orchard Park\\s*/\\s*Building 1\\s*/"));
    }

    @Test
    @Order(4)
    @Tag("GR-1")
    void whatGoesWithAGroupIsSaidBeforeItGoes() {
        search("the mill");
        page.getByRole(AriaRole.BUTTON, named("Delete")).click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog.getByText("77 groups below it")).isVisible();
        dialog.getByRole(AriaRole.BUTTON, inside("Delete")).click();
        assertThat(page.locator("h2").getByText("Orchard Park")).isVisible();
        assertThat(page.locator(".facts")).containsText("80");
    }

    private static void search(String words) {
        page.navigate(server.url("/groups").toString());
        page.getByLabel("Find a group").fill(words);
        page.locator(".groups-found .group-option").first().click();
    }

    private static void logIn() {
        String once = server.oneTimePassword().orElseThrow();
        page.navigate(server.url("/login").toString());
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(once);
        page.keyboard().press("Enter");
        page.getByLabel("Current password").fill(once);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(OWN_PASSWORD);
        page.getByLabel("New password again").fill(OWN_PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Save password")).click();
        assertThat(page.getByText("Welcome to Lintel")).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions landmark(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
