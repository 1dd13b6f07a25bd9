package dev.lintel.ui.review;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import dev.lintel.domain.review.Evidence;
import dev.lintel.domain.review.EvidencePaper;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewOutcome;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.ui.component.PdfFont;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the evidence of a review: what it was about, every right with what was decided and done, and the rules that gave them. */
@Component
record EvidencePdf(Messages messages) implements EvidencePaper {
    private static final float MARGIN = 36;
    private static final Color SHADE = new Color(0xEE, 0xF1, 0xF5);
    private static final Color LINE = new Color(0xC4, 0xCB, 0xD4);
    private static final float[] RIGHTS = {1.1f, 4, 4, 4, 3.4f, 3, 3.4f, 3.4f};
    private static final float[] RULES = {4, 8, 4};
    private static final float[] FACTS = {2, 8};

    @Override
    public byte[] pdf(Evidence evidence, String csvSha256, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Moments moments = new Moments(messages, language, evidence.project().timeZone());
        BaseFont letters = PdfFont.letters();
        try (Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new PageNumbers(letters, evidence.review().name()));
            document.open();
            document.addTitle(evidence.review().name());
            Printed printed = new Printed(document, letters, new RightColumns(messages, moments));
            printed.head(evidence, csvSha256);
            printed.rights(evidence);
            printed.rules(evidence);
        }
        return bytes.toByteArray();
    }

    /** One paper while it is being written. */
    private record Printed(Document document, BaseFont letters, RightColumns words) {
        void head(Evidence evidence, String csvSha256) {
            Review review = evidence.review();
            document.add(new Paragraph(review.name(), font(18)));
            document.add(spaced(text("review.evidence", evidence.project().name()), 10));
            PdfPTable facts = table(FACTS);
            fact(facts, words.messages().nameOf(locale(), review.scope().kind()), review.subject());
            fact(facts, text("review.started"), moment(review.started()) + " · " + review.startedBy());
            fact(facts, text("review.due"), words.moments().date(review.due()));
            fact(facts, text("review.reviewer"), review.reviewer().told());
            fact(facts, text("review.handedIn"), moment(review.handedIn()));
            fact(facts, text("review.verifier"), review.verifier().told());
            fact(facts, text("review.closed"), moment(review.closed()));
            fact(
                    facts,
                    text("review.rights"),
                    Integer.toString(review.progress().rights()));
            for (ReviewOutcome outcome : ReviewOutcome.values()) {
                long count = evidence.count(outcome);
                if (count > 0) {
                    fact(facts, "– " + words.messages().nameOf(locale(), outcome), Long.toString(count));
                }
            }
            fact(facts, text("review.zone"), evidence.project().timeZone().getId());
            fact(facts, text("review.csvHash"), csvSha256);
            for (Evidence.Earlier earlier : evidence.earlier()) {
                String when = moment(earlier.until());
                fact(facts, text("review.earlierFiles"), text("review.earlier", when, earlier.person()));
                fact(facts, "– " + text("review.csvHash"), earlier.csvSha256());
                fact(facts, "– " + text("review.pdfHash"), earlier.pdfSha256());
            }
            document.add(facts);
        }

        void rights(Evidence evidence) {
            document.add(spaced(text("review.rights"), 13));
            PdfPTable table = table(RIGHTS);
            table.setHeaderRows(1);
            Stream.of("number", "person", "restriction", "grantedTo", "used", "decision", "comment", "outcome")
                    .forEach(key -> heading(table, text("reviewRight." + key)));
            for (ReviewRight right : evidence.rights()) {
                cell(table, Integer.toString(right.number()));
                cell(table, words.who(right.holder()));
                cell(table, right.granting().name());
                cell(table, by(right));
                cell(table, words.used(right));
                cell(table, words.decision(right));
                cell(table, right.comment());
                cell(table, right.outcome() == null ? "" : words.messages().nameOf(locale(), right.outcome()));
            }
            document.add(table);
        }

        private String by(ReviewRight right) {
            String by = words.by(right.granting());
            return right.also().isEmpty()
                    ? by
                    : by + "; " + text("reviewRight.alsoBy", String.join(", ", right.also()));
        }

        void rules(Evidence evidence) {
            document.add(spaced(text("review.rules"), 13));
            PdfPTable table = table(RULES);
            table.setHeaderRows(1);
            Stream.of("restriction", "doors", "schedules").forEach(key -> heading(table, text("reviewRight." + key)));
            for (ReviewRight.Granting rule : evidence.rules()) {
                cell(table, rule.name());
                cell(table, String.join(", ", rule.doors()));
                cell(table, words.schedules(rule));
            }
            document.add(table);
        }

        private PdfPTable table(float[] widths) {
            PdfPTable table = new PdfPTable(widths);
            table.setWidthPercentage(100);
            table.setSpacingBefore(6);
            table.setSplitLate(false);
            return table;
        }

        private void fact(PdfPTable table, String name, String value) {
            for (String text : List.of(name, value)) {
                PdfPCell cell = new PdfPCell(new Phrase(text, font(9)));
                cell.setBorder(PdfPCell.NO_BORDER);
                table.addCell(cell);
            }
        }

        private void heading(PdfPTable table, String text) {
            PdfPCell cell = new PdfPCell(new Phrase(text, font(8)));
            cell.setBackgroundColor(SHADE);
            cell.setBorderColor(LINE);
            table.addCell(cell);
        }

        private void cell(PdfPTable table, String text) {
            PdfPCell cell = new PdfPCell(new Phrase(text, font(8)));
            cell.setBorderColor(LINE);
            table.addCell(cell);
        }

        private Paragraph spaced(String text, int size) {
            Paragraph paragraph = new Paragraph(text, font(size));
            paragraph.setSpacingBefore(size);
            return paragraph;
        }

        private Font font(float size) {
            return new Font(letters, size);
        }

        private String moment(@Nullable Instant at) {
            return at == null ? "" : words.moments().inList(at);
        }

        private Locale locale() {
            return words.moments().locale();
        }

        private String text(String key, Object... arguments) {
            return words.messages().getTranslation(key, locale(), arguments);
        }
    }
}
