package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
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
    /** A sheet of A4 at 600 dots an inch has 35 million. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int MOST_PAGES = 1_000;
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
     * <p>A picture may have 40,000,000 pixels, which is looked up before it is unpacked, and a PDF 1,000 pages: more are refused,
     * as a small file can claim to be a picture that fills the memory. What is packed within a PDF is unpacked by PDFBox as it is.
     *
     * @return a PDF; of no pages where there are no labels
     * @throws com.trackingmcp.error.InvalidRequestException where a label is neither PDF, PNG nor GIF, such as printer
     *     commands, has no content, has too many pixels or pages, or cannot be read: which, the message says
     */
    public static byte[] merge(List<Document> labels) {
        try (PDDocument merged = new PDDocument()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (int i = 0; i < labels.size(); i++) {
                byte[] content = labels.get(i).content().orElse(new byte[0]);
                String which = "label " + (i + 1) + " of " + labels.size();
                try {
                    append(content, merged, merger);
                } catch (TooMuchException e) {
                    throw refused(which + " has " + e.getMessage(), e);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    throw refused(which + " is no PDF, PNG or GIF", e);
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

    private static CarrierException refused(String reason, Throwable cause) {
        return ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                .operation("merge_labels")
                .argument("reason", reason)
                .toException(cause);
    }

    /** PDFBox descends as deep as a PDF is nested, so that one made for it ends in a {@link StackOverflowError}. */
    private static void append(byte[] content, PDDocument merged, PDFMergerUtility merger) throws IOException {
        if (isPdf(content)) {
            try (PDDocument label = Loader.loadPDF(content)) {
                boundPages(label);
                merger.appendDocument(merged, label);
            }
        } else {
            boundPixels(content);
            picture(PDImageXObject.createFromByteArray(merged, content, "label"), merged);
        }
    }

    /** Counts the pages that there are, whatever the PDF says. */
    private static void boundPages(PDDocument label) throws TooMuchException {
        Iterator<PDPage> pages = label.getPages().iterator();
        for (int count = 0; pages.hasNext(); count++) {
            if (count == MOST_PAGES) {
                throw new TooMuchException("more than " + MOST_PAGES + " pages");
            }
            pages.next();
        }
    }

    /** Reads the head of a picture only. */
    private static void boundPixels(byte[] content) throws IOException {
        try (ImageInputStream head = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                throw new IOException("a picture of no known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(head, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new TooMuchException("more than " + MOST_PIXELS + " pixels");
                }
            } finally {
                reader.dispose();
            }
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

    /** More than a label has. */
    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuchException(String what) {
            super(what);
        }
    }
}
