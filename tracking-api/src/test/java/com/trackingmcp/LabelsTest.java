package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedParcel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] >>";

    private static Document label(byte[] content) {
        return Document.builder()
                .kind(Document.LABEL)
                .base64(Base64.getEncoder().encodeToString(content))
                .build();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A6));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void labelsOfAllKindsArePagesOfOnePdfInTheirOrder() throws IOException {
        byte[] merged =
                Labels.merge(List.of(label(pdf(2)), label(picture("png", 400, 600)), label(picture("gif", 600, 400))));
        try (PDDocument document = Loader.loadPDF(merged)) {
            assertThat(document.getPages()).hasSize(4);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A6.getWidth());
            assertThat(document.getPage(2).getMediaBox().getHeight()).isEqualTo(6 * 72);
            assertThat(document.getPage(2).getRotation()).isZero();
            assertThat(document.getPage(3).getRotation()).isEqualTo(90);
        }
    }

    @Test
    void onlyLabelsAreMergedAndTheParcelsOwnComeFirst() throws IOException {
        Shipment shipment = Shipment.builder()
                .carrier("shop")
                .connection("shop")
                .id("1")
                .trackingNumber("1")
                .addParcels(ShippedParcel.builder()
                        .trackingNumber("1")
                        .addDocuments(label(pdf(1)))
                        .build())
                .addDocuments(
                        Document.builder().kind(Document.COMMERCIAL_INVOICE).build(), label(picture("png", 4, 6)))
                .build();
        try (PDDocument document = Loader.loadPDF(Labels.mergeAll(List.of(shipment, shipment)))) {
            assertThat(document.getPages())
                    .extracting(page -> Math.round(page.getMediaBox().getWidth()))
                    .containsExactly(298, 288, 298, 288);
        }
    }

    @Test
    void whichLabelCannotBeMergedIsSaid() throws IOException {
        List<Document> labels = List.of(label(pdf(1)), label("^XA^XZ".getBytes()));
        assertThatThrownBy(() -> Labels.merge(labels))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("label 2 of 2 is no PDF, PNG or GIF");
    }

    @Test
    void noLabelsAreAPdfWithoutPages() throws IOException {
        try (PDDocument document = Loader.loadPDF(Labels.merge(List.of()))) {
            assertThat(document.getNumberOfPages()).isZero();
        }
    }

    /** A few bytes that say they are a picture of that size. */
    private static byte[] gifOf(int width, int height) {
        ByteBuffer gif = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.putShort((short) width).putShort((short) height).put((byte) 0x80).putShort((short) 0);
        gif.put(new byte[] {0, 0, 0, -1, -1, -1});
        gif.put((byte) ',')
                .putInt(0)
                .putShort((short) width)
                .putShort((short) height)
                .put((byte) 0);
        gif.put(new byte[] {2, 2, 0x44, 1, 0}).put((byte) ';');
        return Arrays.copyOf(gif.array(), gif.position());
    }

    private static byte[] pngOf(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .array());
        chunk(bytes, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String type, byte[] data) throws IOException {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 check = new CRC32();
        check.update(typed);
        bytes.write(ByteBuffer.allocate(4).putInt(data.length).array());
        bytes.write(typed);
        bytes.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    @Test
    void aSmallFileOfAHugePictureIsRefusedBeforeItIsUnpacked() throws IOException {
        for (byte[] huge : List.of(
                gifOf(46_000, 46_000),
                gifOf(50_000, 50_000),
                pngOf(46_000, 46_000),
                pngOf(50_000, 50_000),
                pngOf(8_000, 5_001))) {
            assertThat(huge).hasSizeLessThan(100);
            assertThatThrownBy(() -> Labels.merge(List.of(label(pdf(1)), label(huge))))
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
                    .hasMessageContaining("label 2 of 2")
                    .hasMessageContaining("more than 40000000 pixels");
        }
    }

    @Test
    void aPictureOfAWholeSheetAtSixHundredDotsAnInchIsMerged() throws IOException {
        byte[] merged = Labels.merge(List.of(label(picture("png", 4_960, 7_016))));
        try (PDDocument document = Loader.loadPDF(merged)) {
            assertThat(document.getNumberOfPages()).isOne();
        }
    }

    @Test
    void aPdfOfMorePagesThanAnybodyPrintsIsRefused() throws IOException {
        assertThat(Labels.merge(List.of(label(pdf(1_000))))).isNotEmpty();
        assertThatThrownBy(() -> Labels.merge(List.of(label(pdf(1_001)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("label 1 of 1 has more than 1000 pages");
    }

    /** What it says of its pages is less than it has: each is one reference to the same page. */
    @Test
    void aPdfThatHidesHowManyPagesItHasIsRefused() {
        byte[] lying = pdfOf("<< /Type /Pages /Count 1 /Kids [" + "3 0 R ".repeat(1_001) + "] >>");
        assertThatThrownBy(() -> Labels.merge(List.of(label(lying))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("label 1 of 1 has more than 1000 pages");
    }

    @Test
    void aPdfThatIsNestedWithoutAnEndIsRefused() {
        String kids = "<< /Type /Pages /Count 1 /Kids [4 0 R] >>";
        List<String> nested = new ArrayList<>(List.of(kids, PAGE));
        for (int i = 0; i < 20_000; i++) {
            nested.add("<< /Type /Pages /Count 1 /Kids [" + (nested.size() + 3) + " 0 R] >>");
        }
        byte[] deep = pdfOf(nested.toArray(String[]::new));
        byte[] deepArrays = pdfOf("<< /Type /Pages /Count 1 /Kids " + "[".repeat(100_000) + " >>");
        for (byte[] hostile : List.of(deep, deepArrays)) {
            assertThatThrownBy(() -> Labels.merge(List.of(label(hostile))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("label 1 of 1");
        }
    }

    /** A PDF whose second object is the first of these, and so on. */
    private static byte[] pdfOf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        List<String> all = new ArrayList<>(List.of(objects));
        if (all.size() == 1) {
            all.add(PAGE);
        }
        for (int i = 0; i < all.size(); i++) {
            pdf.append(i + 2).append(" 0 obj\n").append(all.get(i)).append("\nendobj\n");
        }
        return pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
