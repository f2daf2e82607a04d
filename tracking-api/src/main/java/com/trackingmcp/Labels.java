package com.trackingmcp;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts labels into one PDF, to print them in one go. Stateless and safe for use by many threads. Needs
 * {@code org.apache.pdfbox:pdfbox} 3 on the class path, which nothing else here does.
 */
public final class Labels {
    private static final float DOTS_PER_INCH = 72;
    private static final PDRectangle FOUR_BY_SIX = new PDRectangle(4 * DOTS_PER_INCH, 6 * DOTS_PER_INCH);

    private Labels() {}

    /** All labels of these shipments in one PDF, in their order; as {@link #merge}. */
    public static byte[] mergeAll(Collection<Shipment> shipments) {
        return merge(shipments.stream()
                .flatMap(shipment -> shipment.labels().stream())
                .toList());
    }

    /**
     * These labels in one PDF, in their order: pages of PDFs as they are, pictures on a page of four by six inches each.
     *
     * @return a PDF; of no pages where there are no labels
     * @throws com.trackingmcp.error.InvalidRequestException where a label is neither PDF, PNG nor GIF, such as printer
     *     commands, has no content, or cannot be read: which, the message says
     */
    public static byte[] merge(List<Document> labels) {
        try (PDDocument merged = new PDDocument()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (int i = 0; i < labels.size(); i++) {
                byte[] content = labels.get(i).content().orElse(new byte[0]);
                try {
                    append(content, merged, merger);
                } catch (IOException | IllegalArgumentException e) {
                    throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                            .operation("merge_labels")
                            .argument("reason", "label " + (i + 1) + " of " + labels.size() + " is no PDF, PNG or GIF")
                            .toException(e);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            merged.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw ErrorDetails.builder(ErrorCode.UNEXPECTED)
                    .operation("merge_labels")
                    .argument("reason", "the labels cannot be written as one PDF")
                    .toException(e);
        }
    }

    private static void append(byte[] content, PDDocument merged, PDFMergerUtility merger) throws IOException {
        if (isPdf(content)) {
            try (PDDocument label = Loader.loadPDF(content)) {
                merger.appendDocument(merged, label);
            }
        } else {
            picture(PDImageXObject.createFromByteArray(merged, content, "label"), merged);
        }
    }

    private static boolean isPdf(byte[] content) {
        return content.length > 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D' && content[3] == 'F';
    }

    /** As large as the page allows; a picture that is wider than high lies on its side, as UPS sends them. */
    private static void picture(PDImageXObject image, PDDocument merged) throws IOException {
        boolean wide = image.getWidth() > image.getHeight();
        PDPage page = new PDPage(FOUR_BY_SIX);
        page.setRotation(wide ? 90 : 0);
        merged.addPage(page);
        float width = FOUR_BY_SIX.getWidth();
        float height = FOUR_BY_SIX.getHeight();
        try (PDPageContentStream pen = new PDPageContentStream(merged, page)) {
            if (wide) {
                float scale = Math.min(height / image.getWidth(), width / image.getHeight());
                pen.transform(new Matrix(0, 1, -1, 0, width, 0));
                pen.drawImage(image, 0, 0, image.getWidth() * scale, image.getHeight() * scale);
            } else {
                float scale = Math.min(width / image.getWidth(), height / image.getHeight());
                pen.drawImage(image, 0, 0, image.getWidth() * scale, image.getHeight() * scale);
            }
        }
    }
}
