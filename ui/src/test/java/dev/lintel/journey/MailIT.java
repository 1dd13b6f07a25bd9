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
}
