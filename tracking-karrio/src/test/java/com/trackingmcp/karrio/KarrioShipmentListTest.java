package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentStatus;
import com.trackingmcp.model.StoredShipment;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KarrioShipmentListTest extends KarrioSaleBed {
    private Shipment shipment(String reference) {
        return client.ship(
                domestic().references(List.of(Reference.of(reference))).build());
    }

    private List<String> ids(ShipmentFilter.Builder filter) {
        return client.shipments().list(filter.build()).stream()
                .map(StoredShipment::id)
                .toList();
    }

    private static ShipmentFilter.Builder all() {
        return ShipmentFilter.builder().carrier("karrio");
    }

    @Test
    void storedShipmentHasAllThatTheServerTells() {
        Shipment bought = client.ship(domestic().idempotencyKey("key-1").build());
        StoredShipment stored = client.shipments().get("karrio", bought.id());
        assertThat(stored.carrier()).isEqualTo("karrio:canadapost");
        assertThat(stored.connection()).isEqualTo(CANADA_POST);
        assertThat(stored.status()).isEqualTo(ShipmentStatus.CREATED);
        assertThat(stored.carrierStatusCode()).hasValue("created");
        assertThat(stored.trackingNumber()).hasValue(bought.trackingNumber());
        assertThat(stored.carrierShipmentId()).isPresent();
        assertThat(stored.service()).isEqualTo(bought.service());
        assertThat(stored.sender().flatMap(sender -> sender.city())).hasValue("Ottawa");
        assertThat(stored.recipient().flatMap(recipient -> recipient.city())).hasValue("Toronto");
        assertThat(stored.pieceCount()).hasValue(1);
        assertThat(stored.references()).extracting(Reference::value).containsExactly("order-4711");
        assertThat(stored.price()).isEqualTo(bought.price());
        assertThat(stored.created()).isPresent();
        assertThat(stored.documents()).extracting(Document::kind).contains(Document.LABEL);
        assertThat(stored.documents()).allMatch(document -> document.url().isPresent());
        assertThat(stored.metadata()).containsEntry("tracking_mcp_key", "key-1");
        assertThat(stored.details()).containsKeys("request_id", "tracker_id", "rate_provider");
        assertThat(stored.test()).hasValue(true);
        assertThat(client.shipments().get(CANADA_POST, bought.id())).isEqualTo(stored);
    }

    @Test
    void draftIsTheGatewaysAndHasNoPrice() {
        sandbox.fail("karrio").on("ship").withDroppedConnection().times(1);
        refused(domestic());
        StoredShipment draft = client.shipments()
                .list(all().addStatuses(ShipmentStatus.DRAFT).build())
                .iterator()
                .next();
        assertThat(draft.carrier()).isEqualTo("karrio");
        assertThat(draft.connection()).isEqualTo("karrio");
        assertThat(draft.price()).isEmpty();
        assertThat(draft.trackingNumber()).isEmpty();
        assertThat(draft.documents()).isEmpty();
        assertThat(client.shipments().documents("karrio", draft.id())).isEmpty();
    }

    @Test
    void filtersLetThroughWhatTheySay() {
        Shipment first = shipment("alpha-1");
        sandbox.advance(Duration.ofHours(1));
        Shipment second = shipment("beta-2");
        client.shipments().cancel(second);
        assertThat(ids(all())).containsExactly(second.id(), first.id());
        assertThat(ids(all().reference("alpha"))).containsExactly(first.id());
        assertThat(ids(all().trackingNumber(first.trackingNumber()))).containsExactly(first.id());
        assertThat(ids(all().addStatuses(ShipmentStatus.CANCELLED))).containsExactly(second.id());
        assertThat(ids(all().addStatuses(ShipmentStatus.CANCELLED, ShipmentStatus.CREATED)))
                .containsExactly(second.id(), first.id());
        assertThat(ids(all().service("canadapost_priority"))).isEmpty();
        assertThat(ids(all().createdTo(sandbox.clock().instant().minus(Duration.ofMinutes(30)))))
                .containsExactly(first.id());
        assertThat(ids(all().createdFrom(sandbox.clock().instant().minus(Duration.ofMinutes(30)))))
                .containsExactly(second.id());
        assertThat(ids(all().metadataKey("tracking_mcp_purchase"))).hasSize(2);
        assertThat(ids(all().keyword("beta-2"))).containsExactly(second.id());
        assertThat(ids(ShipmentFilter.builder().carrier("karrio:puro"))).isEmpty();
    }

    @Test
    void statusKarrioHasNoWordForIsNotAskedFor() {
        shipment("alpha-1");
        sandbox.forgetCalls();
        assertThat(ids(all().addStatuses(ShipmentStatus.UNKNOWN))).isEmpty();
        assertThat(asked()).isEmpty();
    }

    @Test
    void labelsAndPapersComeWithTheirBytes() {
        Shipment bought = client.ship(abroad().build());
        List<Document> papers = client.shipments().documents(CANADA_POST, bought.id());
        assertThat(papers).extracting(Document::kind).contains(Document.LABEL);
        assertThat(papers).allMatch(paper -> paper.content().isPresent());
        assertThat(papers.get(0).content())
                .hasValueSatisfying(bytes -> assertThat(bytes)
                        .isEqualTo(bought.labels().get(0).content().orElseThrow()));
    }

    @Test
    void unknownIdIsNotFound() {
        for (String carrier : List.of("karrio", CANADA_POST)) {
            CarrierException error = failure(() -> client.shipments().get(carrier, "shp_nothing"));
            assertThat(error.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND);
            assertThat(error).hasMessageContaining("shipment");
        }
    }

    @Test
    void thousandShipmentsAreFetchedAsTheyAreRead() {
        List<String> stored = sandbox.karrioShipments(1000).stream()
                .map(shipment -> shipment.numbers().get(0))
                .toList();
        sandbox.forgetCalls();
        Iterator<StoredShipment> read = client.shipments().list(all().build()).iterator();
        assertThat(sandbox.calls("karrio")).isEmpty();
        List<String> numbers = new ArrayList<>();
        numbers.add(read.next().trackingNumber().orElseThrow());
        assertThat(asked()).containsExactly("shipments");
        read.forEachRemaining(shipment -> numbers.add(shipment.trackingNumber().orElseThrow()));
        assertThat(numbers).hasSize(1000).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(asked()).hasSize(10);
        Page<StoredShipment> page = client.shipments().list(all().build()).page(990, 20);
        assertThat(page.items()).hasSize(10);
        assertThat(page.total()).hasValue(1000L);
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void ofThousandShipmentsNoMoreThanTheLastPagesAreHeld() throws InterruptedException {
        sandbox.karrioShipments(1000);
        ReferenceQueue<StoredShipment> letGo = new ReferenceQueue<>();
        List<WeakReference<StoredShipment>> read = new ArrayList<>();
        Iterator<StoredShipment> shipments =
                client.shipments().list(all().build()).iterator();
        while (read.size() < 999) {
            read.add(new WeakReference<>(shipments.next(), letGo));
        }

        int freed = 0;
        for (int attempt = 0; attempt < 20 && freed < 800; attempt++) {
            System.gc();
            for (Object gone = letGo.remove(500); gone != null && freed < 800; gone = letGo.poll()) {
                freed++;
            }
        }

        assertThat(freed).isEqualTo(800);
        assertThat(shipments.next()).isNotNull();
        assertThat(shipments).isExhausted();
        java.lang.ref.Reference.reachabilityFence(read);
    }

    @Test
    void connectionListsItsOwn() {
        sandbox.karrioShipments(250);
        List<StoredShipment> every =
                client.shipments().list(all().build()).stream().toList();
        List<StoredShipment> own =
                client.shipments().list(ShipmentFilter.of(CANADA_POST)).stream().toList();
        assertThat(own).isNotEmpty().allMatch(shipment -> shipment.connection().equals(CANADA_POST));
        assertThat(own)
                .containsExactlyElementsOf(every.stream()
                        .filter(shipment -> shipment.connection().equals(CANADA_POST))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "draft,DRAFT",
        "created,CREATED",
        "shipped,IN_TRANSIT",
        "in_transit,IN_TRANSIT",
        "out_for_delivery,OUT_FOR_DELIVERY",
        "delivered,DELIVERED",
        "needs_attention,EXCEPTION",
        "delivery_failed,DELIVERY_ATTEMPTED",
        "cancelled,CANCELLED",
        "teleported,UNKNOWN"
    })
    void everyStateHasAMeaning(String word, ShipmentStatus status) {
        assertThat(KarrioShipmentStatus.of(word)).isEqualTo(status);
        assertThat(KarrioShipmentStatus.knows(word)).isEqualTo(status != ShipmentStatus.UNKNOWN);
    }

    @Test
    void everyStatusButUnknownHasWords() {
        Set<ShipmentStatus> known = EnumSet.complementOf(EnumSet.of(ShipmentStatus.UNKNOWN));
        assertThat(known)
                .allMatch(status -> !KarrioShipmentStatus.words(Set.of(status)).isEmpty());
        assertThat(KarrioShipmentStatus.words(known)).hasSize(9);
    }
}
