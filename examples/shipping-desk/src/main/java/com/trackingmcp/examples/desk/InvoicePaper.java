package com.trackingmcp.examples.desk;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A commercial invoice as a PDF of one page. Stateless. */
final class InvoicePaper {
    private InvoicePaper() {}

    static byte[] of(String number, Address sender, Address recipient, Customs customs) {
        List<String> lines = new ArrayList<>();
        lines.add("COMMERCIAL INVOICE " + number);
        lines.add("From: " + line(sender));
        lines.add("To: " + line(recipient));
        for (Commodity goods : customs.commodities()) {
            lines.add(
                    goods.quantity().orElseThrow() + " x " + goods.description().orElseThrow() + ", HS "
                            + goods.hsCode().orElse("-") + ", made in "
                            + goods.originCountry().orElseThrow() + ": "
                            + goods.totalValue().map(Money::toString).orElseThrow());
        }
        return pdf(lines);
    }

    private static String line(Address address) {
        return address.company().orElse("") + ", " + String.join(", ", address.lines()) + ", "
                + address.postalCode().orElse("") + " " + address.city().orElse("") + ", "
                + address.country().orElse("");
    }

    private static byte[] pdf(List<String> lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                text.setLeading(16);
                text.newLineAtOffset(50, 780);
                for (String line : lines) {
                    text.showText(line);
                    text.newLine();
                }
                text.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
