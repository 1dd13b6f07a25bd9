package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator sets up mail, at the real server with a real browser and a real mail server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailIT {
    @RegisterExtension
    static final Journey journey = Journey.onANewServer();

    private static final Postbox postbox = new Postbox();

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @AfterAll
    static void end() {
        postbox.close();
    }

    @Test
    @Order(1)
    @Tag("IN-3")
    @Tag("SE-4")
    void theGuideLeadsToAMailServerThatIsTestedBeforeItIsSaved() throws Exception {
        admin.link("Set up mail").click();
        admin.field("Server").fill("127.0.0.1");
        admin.choose("Encryption", "None");
        admin.field("Port").fill("1");
        admin.field("Mail address").fill("doors@example.org");
        admin.field("To").fill("me@example.org");
        admin.button("Send test mail").click();
        assertThat(admin.text("Nothing answers at this server and port.")).isVisible();

        admin.field("Port").fill(Integer.toString(postbox.port()));
        admin.button("Send test mail").click();
        assertThat(admin.text("The mail server took the mail.")).isVisible();
        MimeMessage test = postbox.next("me@example.org");
        Assertions.assertThat(test.getSubject()).isEqualTo("Test mail from Lintel");

        admin.field("Mail address").fill("nobody");
        admin.button("Save").click();
        assertThat(admin.text("“nobody” is no mail address.")).isVisible();
        admin.field("Mail address").fill("doors@example.org");
        admin.button("Save").click();
        assertThat(admin.text("Saved.")).isVisible();
        page.reload();
        assertThat(admin.field("Mail address")).hasValue("doors@example.org");
    }

    @Test
    @Order(2)
    @Tag("SE-5")
    void aTextIsEditedSeenSentAndGivenBack() throws Exception {
        admin.link("Templates").click();
        admin.choose("Mail", "Password recovery");
        assertThat(admin.field("Subject")).hasValue("A new password for {server}");
        assertThat(admin.text("Default text")).isVisible();
        admin.field("Subject").fill("A key for {name}");
        admin.field("Text (HTML)").fill("<p>Dear {name}</p>");
        assertThat(admin.text("The text must mention “{link}” where people see it."))
                .isVisible();
        admin.button("{link} *").click();
        assertThat(admin.field("Text (HTML)")).hasValue("<p>Dear {name}</p>{link}");
        assertThat(page.locator(".preview-subject")).hasText("A key for Anna Bell");
        assertThat(page.frameLocator(".mail-preview iframe").getByText("Dear Anna Bell"))
                .isVisible();
        admin.button("Save").click();
        assertThat(admin.text("Text of the server")).isVisible();

        admin.button("Send a sample").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("To").fill("me@example.org");
        Visitor.button(dialog, "Send").click();
        MimeMessage sample = postbox.next("me@example.org");
        Assertions.assertThat(sample.getSubject()).isEqualTo("A key for Anna Bell");
        Assertions.assertThat(GreenMailUtil.getBody(sample)).contains("Dear Anna Bell");

        admin.button("Back to default").click();
        page.locator("vaadin-confirm-dialog").getByText("Back to default").click();
        assertThat(admin.text("Default text")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("SE-4")
    void whatWasSentIsListedWithTheServersAnswer() {
        admin.link("Sent mail").click();
        assertThat(page.locator("vaadin-grid-cell-content:visible").getByText("me@example.org"))
                .isVisible();
        assertThat(page.locator(".record-grid .verdict:visible")).containsText("Taken by the mail server at");
    }

    @Test
    @Order(4)
    @Tag("SE-3")
    void peopleHelpThemselvesOnlyWhereTheSettingsSaySo() throws Exception {
        long project = journey.imported("""
                {"kind":"site","version":1,"name":"Alder House","timeZone":"Europe/London"}
                {"kind":"group","id":"root","parent":null,"type":"building","name":"Alder House"}
                {"kind":"user","id":"u1","name":"Una Reed","email":"una@alder.example.org","groups":["root"]}
                """);
        String invitation = "/api/v1/projects/" + project + "/users/u1/invitation";
        Visitor visitor = journey.visitor();
        admin.open("/settings");
        admin.field("Server address").fill(admin.url(""));
        admin.button("Save").first().click();
        assertThat(admin.text("Saved.")).isVisible();
        visitor.open("/login");
        assertThat(visitor.button("Forgotten password")).isVisible();
        Assertions.assertThat(journey.server().rest("POST", invitation, "").statusCode())
                .isEqualTo(201);
        String link = ReadMail.of(postbox.next("una@alder.example.org")).link("/welcome/");

        admin.open("/settings");
        checkbox("People may register by invitation").uncheck();
        checkbox("People may recover their password").uncheck();
        admin.button("Save").first().click();
        assertThat(admin.text("Saved.")).isVisible();

        visitor.open("/login");
        assertThat(visitor.page().locator("input[name=username]")).isVisible();
        assertThat(visitor.button("Forgotten password")).hasCount(0);
        visitor.open("/recover");
        assertThat(visitor.text("Forgotten passwords are not replaced by mail here."))
                .isVisible();
        visitor.open(link.substring(admin.url("").length()));
        assertThat(visitor.text("That invitation does not work, or no longer.")).isVisible();
        var refused = journey.server().rest("POST", invitation, "");
        Assertions.assertThat(refused.statusCode()).isEqualTo(400);
        Assertions.assertThat(refused.body()).contains("registration-off");
    }

    private Locator checkbox(String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name));
    }
}
