package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.testcarrier.Desk;
import com.trackingmcp.testcarrier.Drawer;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.Shop;
import com.trackingmcp.testcarrier.Vans;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a carrier offers is told in the words of the client. */
class OfferedVerbsTest {
    private static final Set<String> ASKS_NOBODY =
            Set.of("suggest", "check", "checkQuote", "checkUpdate", "checkCancel", "checkAttach", "checkDelete");

    @Test
    void aCarrierOffersWhatItsCapabilitiesDo() {
        assertThat(OfferedVerbs.of(new LocalCarrier("local"))).containsExactly("track");
        assertThat(OfferedVerbs.of(new Desk("post")
                        .offering(ShippingCapability.class, new Shop("post"))
                        .offering(PickupCapability.class, new Vans("post"))
                        .offering(DocumentCapability.class, new Drawer("post"))))
                .containsExactly(
                        "ship",
                        "shipments.cancel",
                        "pickups.quote",
                        "pickups.schedule",
                        "pickups.update",
                        "pickups.cancel",
                        "pickups.cancelAll",
                        "pickups.status",
                        "pickups.pending",
                        "documents.upload",
                        "documents.attach",
                        "documents.uploadAndAttach",
                        "documents.delete");
        assertThat(OfferedVerbs.of(
                        new Desk("post").offering(DocumentCapability.class, new Drawer("post").holdingNothing())))
                .containsExactly("documents.uploadAndAttach", "documents.delete");
        assertThat(OfferedVerbs.of(new Desk("post"))).isEmpty();
    }

    /** So that no verb is misspelt, and no new one forgotten. */
    @Test
    void everyVerbIsOneOfTheClientsAndEveryOneOfADoorIsThere() {
        assertThat(OfferedVerbs.all()).doesNotHaveDuplicates().allSatisfy(verb -> {
            String[] words = verb.split("\\.");
            Class<?> owner =
                    words.length == 1 ? TrackingClient.class : door(words[0]).getReturnType();
            assertThat(names(owner)).contains(words[words.length - 1]);
        });
        for (String door :
                List.of("pickups", "landedCosts", "documents", "locations", "manifests", "subscriptions", "webhooks")) {
            assertThat(OfferedVerbs.all())
                    .containsAll(names(door(door).getReturnType())
                            .filter(name -> !name.endsWith("Async") && !ASKS_NOBODY.contains(name))
                            .map(name -> door + "." + name)
                            .toList());
        }
    }

    private static Method door(String name) {
        return Arrays.stream(TrackingClient.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .distinct();
    }
}
