package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedParcel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class LabelsTest {
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
}
