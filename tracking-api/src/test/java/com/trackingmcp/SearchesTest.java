package com.trackingmcp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchesTest {
    private static final String NUMBER = ParcelPostNumbers.standard(1);
    private static final String PROOF = "/v1/parcels/" + NUMBER + "/proof";

    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @Test
    void allParcelsWithAReferenceAreFound() {
        server.stub(get(urlPathEqualTo("/v1/references"))
                .withQueryParam("value", equalTo("order 7&zip=1"))
                .willReturn(okJson("""
                        {"parcels":[{"number":"PP1","state":"MOV"},{"number":"PP2","state":"DLV"}]}""")));
        List<Outcome<TrackingResult>> found = server.client().trackByReference(TrackingReference.of("order 7&zip=1"));
        assertThat(found)
                .extracting(outcome -> outcome.orElseThrow().number().value())
                .containsExactly("PP1", "PP2");
    }

    @Test
    void aReferenceThatNobodyKnowsIsNoParcel() {
        server.stub(get(urlPathEqualTo("/v1/references")).willReturn(okJson("{}")));
        assertThat(server.client().trackByReference(TrackingReference.of("order 7")))
                .isEmpty();
    }

    @Test
    void aConnectionThatCannotAnswerIsAFailureBesideWhatTheOthersFound() {
        server.stub(get(urlPathEqualTo("/v1/references")).willReturn(okJson("{\"parcels\":[{\"number\":\"PP1\"}]}")));
        ParcelPost.Config good = ParcelPost.at(server.uri());
        ParcelPost.Config bad = new ParcelPost.Config("bad", server.uri().resolve("/nowhere"), good.login());
        List<Outcome<TrackingResult>> found =
                server.client(bad, good).trackByReference(TrackingReference.of("order 7"));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).orElseThrow().connection()).isEqualTo("parcelpost");
        assertThat(found.get(1).failure().orElseThrow().details().connection()).contains("bad");
    }

    @Test
    void onlyTheNamedCarrierIsAskedForAReference() {
        TrackingClient client = server.built(server.builder()
                .carrier(ParcelPost.carrier(ParcelPost.at(server.uri())))
                .carrier(new LocalCarrier("local").factory()));
        TrackingReference atLocal =
                TrackingReference.builder().value("order 7").carrier("local").build();
        assertThatThrownBy(() -> client.trackByReference(atLocal))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("local does not offer tracking by reference; carriers that do: parcelpost");
        assertThatThrownBy(() -> client.trackByReference(TrackingReference.builder()
                        .value("order 7")
                        .carrier("nobody")
                        .build()))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> client.trackByReference(null)).isInstanceOf(InvalidRequestException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theProofOfDeliveryIsTheCarriersPaper() {
        server.stub(get(urlPathEqualTo(PROOF)).willReturn(okJson("{\"base64\":\"aGVsbG8=\"}")));
        assertThat(server.client()
                        .proofOfDelivery(NUMBER)
                        .documents()
                        .get(0)
                        .content()
                        .orElseThrow())
                .asString()
                .isEqualTo("hello");
    }

    @Test
    void noProofYetIsSaidSo() {
        server.stub(get(urlPathEqualTo(PROOF)).willReturn(okJson("{}")));
        assertThatThrownBy(() -> server.client().proofOfDelivery(NUMBER))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND));
    }

    @Test
    void theSecondConnectionIsAskedWhereTheFirstHasNoProof() {
        server.stub(get(urlPathEqualTo(PROOF)).willReturn(okJson("{}")));
        server.stub(get(urlPathEqualTo("/eu" + PROOF)).willReturn(okJson("{\"base64\":\"aGVsbG8=\"}")));
        server.stub(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathEqualTo("/eu/oauth/token"))
                .willReturn(okJson("{\"access_token\":\"test-token-2\"}")));
        ParcelPost.Config us = ParcelPost.at(server.uri());
        ParcelPost.Config eu =
                new ParcelPost.Config("parcelpost-eu", server.uri().resolve("/eu/"), us.login());
        assertThat(server.client(us, eu).proofOfDelivery(NUMBER).documents()).hasSize(1);
    }

    @Test
    void whatACarrierSaidWinsOverNotFoundWhereNobodyHasAProof() {
        server.stub(get(urlPathEqualTo(PROOF)).willReturn(aResponse().withStatus(403)));
        assertThatThrownBy(() -> server.client().proofOfDelivery(NUMBER)).hasMessageContaining("E-1011");
        assertThatThrownBy(() -> server.client().proofOfDelivery("#")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aCarrierWithoutProofsSaysSo() {
        TrackingClient client = server.built(server.builder().carrier(new LocalCarrier("local").factory()));
        assertThatThrownBy(() -> client.proofOfDelivery(NUMBER))
                .isInstanceOf(CapabilityNotSupportedException.class)
                .hasMessageContaining("local does not offer proof of delivery; carriers that do: none connected");
    }

    @Test
    void aHundredThousandQuestionsMayWaitAndTheNextIsRefusedAtOnce() {
        LocalCarrier silent = new LocalCarrier("local") {
            @Override
            public boolean tracksByReference() {
                return true;
            }

            @Override
            public CompletableFuture<List<TrackingResult>> trackByReference(
                    TrackingReference reference, CallContext call) {
                return new CompletableFuture<>();
            }
        };
        TrackingClient client = server.built(server.builder().carrier(silent.factory()));
        TrackingReference reference = TrackingReference.of("order 7");
        CompletableFuture<List<Outcome<TrackingResult>>> next = new CompletableFuture<>();
        for (int asked = 0; asked < 101_000 && !next.isDone(); asked++) {
            next = client.trackByReferenceAsync(reference);
        }
        assertThat(next).isCompleted();
        assertThat(next.join().get(0).failure().orElseThrow())
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("100000 questions wait for it already");
    }
}
