package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A complex from nothing: generated, corrected, found, moved and partly torn down, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroupsJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("GR-3")
    void aComplexIsGeneratedCorrectedAndSaved() {
        admin.open("/generate-groups");
        page.getByLabel("Name").first().fill("Orchard Park");
        admin.button("Preview").click();
        assertThat(page.getByText("158 groups")).isVisible();
        Locator second = page.locator(".draft-row").nth(1);
        second.locator("vaadin-text-field input").fill("The Mill");
        second.locator("vaadin-text-field input").press("Enter");
        admin.button("Save all").click();
        assertThat(page.locator("h2").getByText("Orchard Park")).isVisible();
        assertThat(page.locator(".facts")).containsText("158");
    }

    @Test
    @Order(2)
    @Tag("GR-1")
    void aFlatIsFoundByTheWordsOfItsPath() {
        search("mill unit 3 floor 5 apartment 4", "Apartment 4");
        assertThat(page.locator("h2").getByText("Apartment 4")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, landmark("The way to this group")))
                .hasText(Pattern.compile("Orchard Park\\s*/\\s*The Mill\\s*/\\s*Unit 3\\s*/\\s*Floor 5\\s*/"));
    }

    @Test
    @Order(3)
    @Tag("GR-1")
    void aGroupIsEditedAndMoved() {
        admin.button("Edit").click();
        Locator dialog = admin.dialog();
        dialog.getByLabel("Name").fill("Penthouse");
        dialog.getByLabel("Logical address").fill("40");
        Visitor.button(dialog, "Save").click();
        assertThat(page.locator("h2").getByText("Penthouse")).isVisible();

        admin.button("Move").click();
        Locator tree = admin.dialog();
        tree.getByText("Building 1", new Locator.GetByTextOptions().setExact(true))
                .click();
        Visitor.button(tree, "Choose").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, landmark("The way to this group")))
                .hasText(Pattern.compile("Orchard Park\\s*/\\s*Building 1\\s*/"));
    }

    @Test
    @Order(4)
    @Tag("GR-1")
    void whatGoesWithAGroupIsSaidBeforeItGoes() {
        search("the mill", "The Mill");
        admin.button("Delete").click();
        Locator dialog = admin.dialog();
        assertThat(dialog.getByText("77 groups below it")).isVisible();
        Visitor.button(dialog, "Delete").click();
        assertThat(page.locator("h2").getByText("Orchard Park")).isVisible();
        assertThat(page.locator(".facts")).containsText("80");
    }

    private void search(String words, String name) {
        admin.open("/groups");
        page.getByLabel("Find a group").fill(words);
        page.locator(".groups-found .group-option")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions landmark(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
