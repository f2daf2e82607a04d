package com.trackingmcp.verification.ship;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testkit.SandboxShipment;
import com.trackingmcp.verification.ship.Orders.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every carrier × every kind of shipment × every format of label: bought, opened, tracked and cancelled. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippingMatrixTest extends SalesBed {
    /** What each carrier sends labels as; the rest it says it cannot. */
    private static final Map<String, Set<LabelFormat>> SENT = Map.of(
            "fedex", Set.of(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL),
            "ups", Set.of(LabelFormat.PNG, LabelFormat.ZPL),
            "dhl", Set.of(LabelFormat.PDF, LabelFormat.ZPL),
            "karrio", Set.of(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL));

    static Stream<Arguments> cells() {
        return Stream.of("fedex", "ups", "dhl", "karrio:canadapost", "karrio:purolator", "karrio:dpd")
                .flatMap(carrier -> Stream.of(Kind.values())
                        .flatMap(kind -> Stream.of(LabelFormat.PDF, LabelFormat.PNG, LabelFormat.ZPL)
                                .map(format -> Arguments.of(carrier, kind, format))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void each_cell_is_bought_opened_tracked_and_cancelled(String carrier, Kind kind, LabelFormat format)
            throws IOException {
        ShipmentRequest order =
                Orders.order(carrier, kind).label(LabelSpec.of(format)).build();
        if (!SENT.get(carrier.replaceFirst(":.*", "")).contains(format)) {
            assertThatThrownBy(() -> client.ship(order))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("label.format");
            assertThat(sandbox.shipments(wire(carrier))).isEmpty();
            return;
        }

        Shipment shipment = client.ship(order);

        assertThat(sandbox.shipments(wire(carrier)))
                .extracting(SandboxShipment::id)
                .containsExactly(idAtCarrier(shipment));
        assertThat(shipment.parcels()).hasSameSizeAs(order.parcels());
        assertThat(shipment.price()).isPresent();
        assertThat(shipment.labels()).isNotEmpty();
        for (Document label : shipment.labels()) {
            assertThat(label.format()).contains(format);
            assertThat(textOf(label, format))
                    .contains(format == LabelFormat.PNG ? "" : anyNumberOf(shipment, label, format));
        }
        if (kind == Kind.INTERNATIONAL) {
            assertThat(shipment.documents()).extracting(Document::kind).contains(Document.COMMERCIAL_INVOICE);
        }
        assertThat(client.track(numberOf(shipment)).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        cancel(carrier, shipment);
    }

    /** Behind a gateway the number alone does not always tell the carrier. */
    private static TrackingNumber numberOf(Shipment shipment) {
        return TrackingNumber.of(shipment.trackingNumber(), shipment.connection());
    }

    private void cancel(String carrier, Shipment shipment) {
        if (carrier.equals("dhl")) {
            assertThatThrownBy(() -> client.shipments().cancel(shipment))
                    .isInstanceOf(CapabilityNotSupportedException.class)
                    .hasMessageContaining("dhl does not offer cancelling a shipment; carriers that do: fedex, ups");
            return;
        }
        assertThat(client.shipments().cancel(shipment).cancelled()).isTrue();
        assertThat(sandbox.shipments(wire(carrier)).get(0).cancelled()).hasSameSizeAs(shipment.parcels());
        assertThat(client.track(numberOf(shipment)).status()).isEqualTo(TrackingStatus.CANCELLED);
    }

    /** Opens the label as a printer would, and gives what can be read on it; pictures are only opened. */
    private static String textOf(Document label, LabelFormat format) throws IOException {
        byte[] content = label.content().orElseThrow();
        assertThat(label.size()).isEqualTo(content.length);
        return switch (format) {
            case PDF -> {
                try (PDDocument document = Loader.loadPDF(content)) {
                    assertThat(document.getNumberOfPages()).isPositive();
                    yield new PDFTextStripper().getText(document);
                }
            }
            case ZPL -> {
                String commands = new String(content, US_ASCII);
                assertThat(commands.strip()).startsWith("^XA").endsWith("^XZ");
                yield commands;
            }
            default -> {
                assertThat(ImageIO.read(new ByteArrayInputStream(content))).isNotNull();
                yield "";
            }
        };
    }

    private static String anyNumberOf(Shipment shipment, Document label, LabelFormat format) throws IOException {
        String text = textOf(label, format);
        List<String> numbers = Stream.concat(
                        shipment.parcels().stream().map(ShippedParcel::trackingNumber),
                        Stream.of(shipment.trackingNumber()))
                .toList();
        return numbers.stream().filter(text::contains).findFirst().orElse("one of " + numbers);
    }
}
