package dev.lintel.ui.review;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** Says at the foot of each page which paper it is of, and its number. */
final class PageNumbers extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float HEIGHT = 20;

    private final BaseFont letters;
    private final String title;

    PageNumbers(BaseFont letters, String title) {
        this.letters = letters;
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                new Phrase(title + " · " + writer.getPageNumber(), new Font(letters, SIZE)),
                document.right(),
                HEIGHT,
                0);
    }
}
