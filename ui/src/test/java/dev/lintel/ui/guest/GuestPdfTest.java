package dev.lintel.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.lintel.domain.group.Project;
import dev.lintel.ui.i18n.Messages;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class GuestPdfTest {
    @Test
    void standsOnOnePageInTheLanguageOfTheVisitor() throws IOException {
        Project house = new Project(1, "Дім на розі", ZoneId.of("Europe/Kyiv"));
        byte[] sheet = new GuestPdf(new Messages(), house, APass.until(Instant.parse("2026-11-23T08:00:00Z")))
                .bytes("https://lintel.example.org/g/abc");

        try (PdfReader reader = new PdfReader(sheet)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("Дім на розі", "Покажіть його панелі", "https://lintel.example.org/g/abc");
        }
    }
}
