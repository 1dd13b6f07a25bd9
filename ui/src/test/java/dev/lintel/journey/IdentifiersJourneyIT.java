package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
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

/** What the people of a house carry: given out by hand, stopped, shown, and taken over from lists. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentifiersJourneyIT {
    private static final String SITE = """
        {"kind":"site","name":"Quay House","timeZone":"Europe/London"}
        {"kind":"group","id":"q1","name":"Quay House"}
        {"kind":"group","id":"q2","parent":"q1","type":"apartment","name":"Flat 1"}
        {"kind":"device","id":"qd","group":"q1","serial":"QUAY-1","name":"Quay door","locks":1}
        {"kind":"restriction","id":"qr","name":"Quay doors","lines":[{"device":"qd"}]}
        {"kind":"grant","restriction":"qr","to":{"group":"q1"}}
        {"kind":"user","id":"qa","name":"Anna Quay","email":"anna@quay.example.org","groups":["q2"]}
        {"kind":"user","id":"qb","name":"Bert Quay","groups":["q2"]}
        {"kind":"identifier","id":"qc","user":"qb","type":"card","value":"12345678"}
        """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long house;

    private final Visitor admin = journey.admin();
    private final Page page = admin.page();

    @BeforeAll
    static void aHouse() throws Exception {
        house = journey.imported(SITE);
    }

    @Test
    @Order(1)
    @Tag("ID-1")
    void aReaderAtTheDeskTypesACardAndItShowsInEveryNotation() {
        admin.open("/users/" + house + "/qa");
        admin.link("Add identifier").click();
        Locator number = admin.field("Card number");
        number.pressSequentially("0045131261");
        page.keyboard().press("Enter");

        assertThat(admin.text("02:B0:A5:FD")).isVisible();
        assertThat(admin.text("176,42493")).isVisible();
        assertThat(admin.text("FDA5B002")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/identifiers/new\\?.*"));
        assertThat(admin.field("Name")).isFocused();

        number.fill("00BC614E");
        admin.button("Save").click();
        assertThat(admin.text("This is the identifier of Bert Quay already.")).isVisible();
        number.fill("0045131261");
        admin.field("Name").fill("Blue fob");
        admin.button("Save").click();
        assertThat(page.locator("h1")).hasText("Blue fob");
        assertThat(page).hasURL(Pattern.compile(".*/identifiers/\\d+/.+"));
        assertThat(admin.text("Quay doors")).isVisible();
    }

    @Test
    @Order(2)
    @Tag("ID-2")
    void itOpensTheDoorUntilItIsSuspendedAndThePageTellsOfIt() throws Exception {
        Assertions.assertThat(decided("02:B0:A5:FD")).contains("\"grant\"");
        page.reload();
        assertThat(admin.text("Granted")).isVisible();

        admin.menuItem("Actions").click();
        admin.menuItem("Suspend").click();
        assertThat(admin.text("1 identifier is suspended.")).isVisible();
        Assertions.assertThat(decided("0045131261")).contains("identifier-suspended");

        admin.open("/identifiers?project=" + house + "&filter=value:has:2B0A5FD");
        assertThat(admin.cell("Anna Quay")).isVisible();
        assertThat(admin.cell("suspended")).isVisible();
        assertThat(admin.cell("Bert Quay")).hasCount(0);
    }

    @Test
    @Order(3)
    @Tag("ID-1")
    void codesAreMadeQrCodesDownloadedAndFacesChecked() throws Exception {
        admin.open("/identifiers/new?project=" + house + "&user=qa&type=access-code");
        admin.field("Code").fill("1234");
        admin.button("Save").click();
        assertThat(admin.text("among the first codes")).isVisible();
        admin.field("Code").fill("");
        admin.button("Save").click();
        assertThat(admin.field("Code")).hasValue(Pattern.compile("\\d{6}"));

        admin.open("/identifiers/new?project=" + house + "&user=qa&type=qr");
        admin.button("Save").click();
        Download picture =
                page.waitForDownload(() -> admin.link("Download as PNG").click());
        Assertions.assertThat(ImageIO.read(picture.path().toFile()).getWidth()).isEqualTo(600);

        admin.open("/identifiers/new?project=" + house + "&user=qa&type=face");
        Locator file = page.locator("vaadin-upload input[type=file]");
        file.setInputFiles(new FilePayload("dark.jpg", "image/jpeg", portrait(Color.BLACK)));
        assertThat(admin.text("The photo is too dark")).isVisible();
        file.setInputFiles(new FilePayload("anna.jpg", "image/jpeg", portrait(new Color(190, 150, 120))));
        assertThat(page.getByAltText("Photo of the face")).isVisible();
        admin.button("Save").click();
        assertThat(page.locator("h1")).containsText("Face");
    }

    @Test
    @Order(4)
    @Tag("ID-4")
    void aTableIsTakenAfterADryRunAndTakenBack() {
        admin.open("/identifiers?project=" + house);
        admin.button("Import").click();
        String table = "Nummer;Владелец;Тип\n77001122;Anna Quay;card\nno card;Bert Quay;card\n";
        page.locator("vaadin-upload input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload("cards.csv", "text/csv", table.getBytes(Charset.forName("windows-1251"))));
        assertThat(admin.text("No column holds the identifiers.")).isVisible();
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText("Nummer"))
                .click();
        page.locator("vaadin-select-item:visible").getByText("Identifier").click();
        assertThat(admin.text("This cannot be read. (no card)")).isVisible();
        admin.button("Import 1 and leave out 1").click();
        assertThat(admin.text("1 is new")).isVisible();

        admin.button("Take back").click();
        assertThat(admin.text("1 identifier is deleted")).isVisible();
        Visitor.button(page.locator("vaadin-confirm-dialog"), "Take back").click();
        assertThat(admin.text("The import is taken back.")).isVisible();
        admin.open("/identifiers?project=" + house + "&filter=value:has:77001122");
        assertThat(admin.text("0 entries")).isVisible();
    }

    @Test
    @Order(5)
    @Tag("ID-4")
    void theExportNamesCardsAndKeepsCodes() throws Exception {
        admin.open("/identifiers?project=" + house);
        admin.button("Export").click();
        Download table = page.waitForDownload(
                () -> page.locator(".export-menu").getByText("CSV").click());
        Assertions.assertThat(Files.readString(table.path()))
                .contains("Blue fob", "45131261", "••••")
                .contains("Bert Quay");
    }

    private static String decided(String card) throws Exception {
        return journey.server()
                .rest(
                        "POST",
                        "/api/v1/decisions?record=true",
                        "{\"device\":\"QUAY-1\",\"identifier\":{\"type\":\"card\",\"value\":\"" + card + "\"}}")
                .body();
    }

    private static byte[] portrait(Color skin) throws Exception {
        BufferedImage picture = new BufferedImage(360, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = picture.createGraphics();
        pencil.setColor(skin.darker().darker());
        pencil.fillRect(0, 0, 360, 480);
        pencil.setColor(skin);
        pencil.fillOval(90, 100, 180, 260);
        pencil.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", file);
        return file.toByteArray();
    }
}
