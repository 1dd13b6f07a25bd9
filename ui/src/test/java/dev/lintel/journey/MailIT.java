package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An administrator sets up mail, at the real server with a real browser and a real mail server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailIT {
    private static final String OWN_PASSWORD = "seven quiet lanterns 26";
    private static final long PATIENCE_MILLIS = 20_000;

    private static GreenMail mailServer;
    private static Chromium chromium;
    private static RunningServer server;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        mailServer.start();
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
        mailServer.stop();
    }

    @Test
    @Order(1)
    @Tag("IN-3")
    @Tag("SE-4")
    void theGuideLeadsToAMailServerThatIsTestedBeforeItIsSaved() throws Exception {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set up mail"))
                .click();
        field("Server").fill("127.0.0.1");
        choose("Encryption", "None");
        field("Port").fill("1");
        field("Mail address").fill("doors@example.org");
        field("To").fill("me@example.org");
        button("Send test mail").click();
        assertThat(page.getByText("Nothing answers at this server and port.")).isVisible();

        field("Port").fill(Integer.toString(mailServer.getSmtp().getPort()));
        button("Send test mail").click();
        assertThat(page.getByText("The mail server took the mail.")).isVisible();
        MimeMessage test = mailServer.getReceivedMessages()[0];
        Assertions.assertThat(test.getSubject()).isEqualTo("Test mail from Lintel");

        field("Mail address").fill("nobody");
        button("Save").click();
        assertThat(page.getByText("“nobody” is no mail address.")).isVisible();
        field("Mail address").fill("doors@example.org");
        button("Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        page.reload();
        assertThat(field("Mail address")).hasValue("doors@example.org");
    }

    @Test
    @Order(2)
    @Tag("SE-5")
    void aTextIsEditedSeenSentAndGivenBack() throws Exception {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Templates"))
                .click();
        choose("Mail", "Password recovery");
        assertThat(field("Subject")).hasValue("A new password for {server}");
        assertThat(page.getByText("Default text")).isVisible();
        field("Subject").fill("A key for {name}");
        field("Text (HTML)").fill("<p>Dear {name}</p>");
        assertThat(page.getByText("The text must mention “{link}” where people see it."))
                .isVisible();
        button("{link} *").click();
        assertThat(field("Text (HTML)")).hasValue("<p>Dear {name}</p>{link}");
        assertThat(page.locator(".preview-subject")).hasText("A key for Anna Bell");
        assertThat(page.frameLocator(".mail-preview iframe").getByText("Dear Anna Bell"))
                .isVisible();
        button("Save").click();
        assertThat(page.getByText("Text of the server")).isVisible();

        button("Send a sample").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("To").fill("me@example.org");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Send").setExact(true))
                .click();
        Assertions.assertThat(mailServer.waitForIncomingEmail(PATIENCE_MILLIS, 2))
                .isTrue();
        MimeMessage sample = mailServer.getReceivedMessages()[1];
        Assertions.assertThat(sample.getSubject()).isEqualTo("A key for Anna Bell");
        Assertions.assertThat(GreenMailUtil.getBody(sample)).contains("Dear Anna Bell");

        button("Back to default").click();
        page.locator("vaadin-confirm-dialog").getByText("Back to default").click();
        assertThat(page.getByText("Default text")).isVisible();
    }

    @Test
    @Order(3)
    @Tag("SE-4")
    void whatWasSentIsListedWithTheServersAnswer() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sent mail"))
                .click();
        assertThat(page.locator("vaadin-grid-cell-content:visible").getByText("me@example.org"))
                .isVisible();
        assertThat(page.locator(".sent-mail .verdict:visible")).containsText("Taken by the mail server at");
    }

    private static Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(String label, String item) {
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        page.locator("vaadin-select-item").getByText(item).click();
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
        button("Save password").click();
        assertThat(page.getByText("Welcome to Lintel")).isVisible();
    }
}
