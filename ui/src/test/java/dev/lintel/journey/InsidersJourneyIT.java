package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody left behind another person and does not get in again, until whoever sees who is inside forgets them. */
@Tag("RU-1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InsidersJourneyIT {
    private static final String SITE = """
            {"kind":"site","name":"Keep House","timeZone":"Europe/London"}
            {"kind":"group","id":"keep","type":"building","name":"Keep House"}
            {"kind":"device","id":"keep-gate","group":"keep","serial":"KEEP-1","name":"Keep gate","locks":1}
            {"kind":"restriction","id":"keep-way","name":"Keep way","lines":[{"device":"keep-gate"}]}
            {"kind":"grant","restriction":"keep-way","to":{"group":"keep"}}
            {"kind":"user","id":"keep-u1","name":"Nora Keep","groups":["keep"]}
            {"kind":"user","id":"keep-u2","name":"Otto Keep","groups":["keep"]}
            {"kind":"identifier","id":"keep-i1","user":"keep-u1","type":"card","value":"88001177"}
            {"kind":"identifier","id":"keep-i2","user":"keep-u2","type":"card","value":"88001188"}
            """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long project;

    private final Visitor admin = journey.admin();

    @Test
    @Order(1)
    void thePageSaysWhatItTakesToCountPeople() throws Exception {
        project = journey.imported(SITE);
        journey.server().rest("PUT", "/api/v1/projects/" + project + "/rulebook/settings", "{\"secondPerson\":false}");
        admin.open("/inside?project=" + project);
        assertThat(admin.text("Nobody is counted")).isVisible();
        admin.link("To the rules").click();
        admin.button("Add a ready-made policy…").first().click();
        admin.button("Choose: Anti-passback").click();
        Visitor.button(admin.dialog(), "Save").click();
        admin.button("Put in force").click();
        admin.page().getByLabel("devices that are cut off do not know").check();
        Visitor.button(admin.dialog(), "Put in force").click();
        assertThat(admin.page().locator(".rulebook-state")).containsText("In force: version");
    }

    @Test
    @Order(2)
    void whoeverComesAppearsAndDoesNotGetInTwice() throws Exception {
        admin.open("/inside?project=" + project);
        assertThat(admin.text("Nobody is inside")).isVisible();
        Assertions.assertThat(goesIn("88001177")).contains("\"grant\"");
        assertThat(areas()).hasText(new String[] {"Keep House1 personForget everybody…"});
        assertThat(admin.page().locator("vaadin-grid")).containsText("Nora Keep");
        assertThat(admin.page().locator("vaadin-grid")).containsText("Keep gate");

        Assertions.assertThat(goesIn("88001177")).contains("policy-denied");
        Assertions.assertThat(goesIn("88001188")).contains("\"grant\"");
        assertThat(areas()).containsText(new String[] {"2 people"});
        admin.button("Somebody came or went: show").click();
        assertThat(admin.page().locator("vaadin-grid")).containsText("Otto Keep");
    }

    @Test
    @Order(3)
    void whoIsForgottenGetsInAgain() throws Exception {
        admin.button("Forget: Nora Keep").click();
        Locator question = admin.page().locator("vaadin-confirm-dialog");
        assertThat(question).containsText("Forget that Nora Keep is inside?");
        assertThat(question).containsText("Nora Keep (Keep House)");
        question.getByText("Forget", exactly()).click();
        assertThat(admin.text("1 person counts as outside now.")).isVisible();
        assertThat(areas()).containsText(new String[] {"1 person"});
        Assertions.assertThat(goesIn("88001177")).contains("\"grant\"");
    }

    @Test
    @Order(4)
    void everybodyInAnAreaIsForgottenAtOnce() throws Exception {
        assertThat(areas()).containsText(new String[] {"2 people"});
        admin.button("Forget everybody: Keep House").click();
        Locator question = admin.page().locator("vaadin-confirm-dialog");
        assertThat(question).containsText("2 people count as inside.");
        question.getByText("Forget everybody", exactly()).click();
        assertThat(admin.text("Nobody is inside")).isVisible();
        Assertions.assertThat(goesIn("88001188")).contains("\"grant\"");
        admin.open("/audit?project=" + project);
        assertThat(admin.page().locator("vaadin-grid")).containsText("Counted as inside");
    }

    private Locator areas() {
        return admin.page().locator(".areas li");
    }

    private static String goesIn(String card) throws Exception {
        return journey.server()
                .rest("POST", "/api/v1/decisions?record=true", """
                        {"device":"KEEP-1","accessPoint":"in","identifier":{"type":"card","value":"%s"}}""".formatted(card))
                .body();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
