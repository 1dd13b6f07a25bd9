package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who changed what is found, cannot be hidden, and is made unreadable only by right. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditJourneyIT {
    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final String SITE = """
            {"kind":"site","version":1,"name":"Glass House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"building","name":"Glass House","logicalAddress":1}
            {"kind":"user","id":"u1","name":"Wanda Quill","email":"wanda@example.org","groups":["g1"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"45131261"}
            """;

    private static long project;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @Test
    @Order(1)
    @Tag("SE-1")
    void aChangeIsFoundWithTheOriginalBesideTheEdited() throws Exception {
        project = journey.imported(SITE);
        admin.open("/users/" + project + "/u1");
        admin.field("Phone").fill("+44 20 7946 0018");
        admin.button("Save").click();
        assertThat(admin.text("Wanda Quill is saved")).isVisible();

        admin.open("/audit?record=Wanda&deed=edited");
        admin.cell("Wanda Quill").click();

        Locator entry = page.locator(".explanation");
        assertThat(entry.locator("h2")).hasText("Wanda Quill");
        assertThat(entry).containsText("admin");
        assertThat(entry).containsText(Pattern.compile("127\\.0\\.0\\.1|::1"));
        assertThat(entry.getByRole(AriaRole.ROW).filter(containing("phone")))
                .hasText(Pattern.compile("phone\\s*\\+44 20 7946 0018"));
    }

    @Test
    @Order(2)
    @Tag("NO-1")
    void whatAnotherNodeTellsIsCountedOnEveryPageAtOnce() throws Exception {
        Visitor elsewhere = journey.visitor();
        elsewhere.logIn("admin", Journey.PASSWORD);
        elsewhere.open("/notifications");
        elsewhere.button("Mark all as read").click();
        assertThat(badge(page, "Notifications")).isVisible();

        sql("insert into notification (project_id, at, kind, important, record_id, record_name)" + " values (" + project
                + ", now(), 'MAIL_FAILED', true, '1', 'nobody@example.org')");
        sql("notify lintel_notifications");

        assertThat(badge(page, "1 new notification")).isVisible();
        assertThat(elsewhere.text("The mail to nobody@example.org could not be delivered"))
                .isVisible();
        elsewhere.button("Mark as read").click();
        assertThat(badge(page, "Notifications")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("SE-1")
    void whatSomebodyChangesInTheDatabaseIsNamed() throws Exception {
        long entry = number("select max(id) from audit_entry where record_name = 'Wanda Quill' and action = 'EDITED'");
        await().until(() -> number("select count(*) from log_seal s join log_chain c on c.id = s.chain"
                        + " where c.log = 'AUDIT' and c.project = " + project + " and s.entry = " + entry)
                == 1);
        sql("update audit_entry set actor = 'nobody' where id = " + entry);

        admin.open("/audit/verification");
        admin.button("Check now").click();

        Locator broken = page.locator(".verification li").filter(containing("entry " + entry));
        assertThat(broken).containsText("Audit of Glass House");
        assertThat(broken).containsText("who did it");
        sql("update audit_entry set actor = 'admin' where id = " + entry);
        admin.button("Check now").click();
        assertThat(page.getByText(Pattern.compile("All \\d+ chains are whole"))).isVisible();
    }

    @Test
    @Order(4)
    @Tag("SE-1")
    void whoIsErasedIsReadableNoMore() throws Exception {
        admin.open("/users/" + project + "/u1");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Actions"))
                .click();
        admin.menuItem("Delete").click();
        page.getByLabel(Pattern.compile("^Erase personal data")).check();
        assertThat(page.locator(".deletion .warning")).containsText("Nobody can undo this.");
        admin.button("Delete and erase").click();
        assertThat(admin.text("1 user is deleted.")).isVisible();

        admin.open("/audit?deed=erased&project=" + project);
        assertThat(admin.cell("former person")).isVisible();
        assertThat(number("select count(*) from audit_entry e where e::text ilike '%wanda%'" + " or e.project_id = "
                        + project + " and e::text like '%45131261%'"))
                .isZero();
        assertThat(journey.server().command("verify-log").output()).contains("chains are whole");
    }

    private static Locator badge(Page page, String name) {
        return page.locator("a.notification-badge[aria-label='" + name + "']");
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void sql(String statement) throws Exception {
        try (Connection database = journey.server().database();
                Statement doing = database.createStatement()) {
            doing.execute(statement);
        }
    }

    private static long number(String query) throws Exception {
        try (Connection database = journey.server().database();
                Statement asking = database.createStatement();
                ResultSet answer = asking.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
