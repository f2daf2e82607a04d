package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.KarrioCaller.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Manifests, papers for customs and the tokens that open papers, on the sandbox's gateway. */
class KarrioPapersTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer canadian() {
        return karrio.shipment("canada-east", "canadapost_regular_parcel");
    }

    private Answer manifest(String... ids) {
        return karrio.post("/v1/manifests", """
                {'carrier_name':'canadapost','address':%s,'shipment_ids':['%s'],'reference':'day 7'}""".formatted(SENDER, String.join("','", ids)));
    }

    @Test
    void aManifestNamesWhatTheCarrierKnowsTheShipmentsBy() {
        Answer shipment = canadian();

        Answer manifest = manifest(shipment.at("/id"), "shp_unknown");

        assertThat(manifest.status()).isEqualTo(201);
        assertThat(manifest.at("/id")).startsWith("manf_");
        assertThat(manifest.json().at("/shipment_identifiers")).hasSize(1);
        assertThat(manifest.at("/shipment_identifiers/0")).isEqualTo(shipment.at("/shipment_identifier"));
        assertThat(karrio.get("/v1/manifests/" + manifest.at("/id")).json()).isEqualTo(manifest.json());
        assertThat(karrio.get("/v1/manifests?carrier_name=canadapost").at("/count"))
                .isEqualTo("1");
    }

    @Test
    void aShipmentIsOnOneManifestOnly() {
        String id = canadian().at("/id");
        manifest(id);

        assertThat(karrio.get("/v1/shipments?has_manifest=true").at("/results/0/id"))
                .isEqualTo(id);
        Answer again = manifest(id);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.at("/errors/0/message")).startsWith("shipment_ids: One or more shipment ids are invalid");
        assertThat(karrio.post("/v1/manifests", "{}").json().at("/errors")).hasSize(3);
    }

    @Test
    void aManifestsPaperIsReadAsDataOrByItsAddress() {
        Answer manifest = manifest(canadian().at("/id"));
        String id = manifest.at("/id");
        String path = manifest.at("/manifest_url").replaceFirst("^/karrio", "");

        assertThat(karrio.post("/v1/manifests/" + id + "/document", "").at("/base64"))
                .startsWith("JVBERi");
        assertThat(karrio.get(path).text()).startsWith("%PDF");
        Answer closed = karrio.anonymous(path);
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.text()).doesNotContain("{");
    }

    @Test
    void aTokenOpensOnePaperForAWhile() {
        String id = manifest(canadian().at("/id")).at("/id");
        Answer token = karrio.post("/api/tokens", """
                {'resource_type':'manifest','resource_ids':['%s'],'access':['manifest'],'expires_in':60}""".formatted(id));
        String path = token.at("/resource_urls/" + id).replaceFirst("^/karrio", "");

        assertThat(token.status()).isEqualTo(201);
        assertThat(karrio.anonymous(path).text()).startsWith("%PDF");
        sandbox.advance(Duration.ofSeconds(61));
        assertThat(karrio.anonymous(path).status()).isEqualTo(403);
        assertThat(karrio.post("/api/tokens", "{'resource_type':'x','expires_in':1}")
                        .json()
                        .at("/errors"))
                .hasSize(4);
    }

    @Test
    void aManifestCanBePassedOnWithoutBeingKept() {
        String body = "{'carrier_name':'fedex','address':%s,'shipment_identifiers':['1']}".formatted(SENDER);
        Answer made = karrio.post("/v1/proxy/manifest", body);

        assertThat(made.at("/manifest/doc/manifest")).startsWith("JVBERi");
        assertThat(karrio.get("/v1/manifests").at("/count")).isEqualTo("0");
        assertThat(karrio.post("/v1/proxy/manifest", body.replace("fedex", "purolator"))
                        .status())
                .isEqualTo(404);
    }

    private Answer upload(String shipment, String file) {
        return karrio.post("/v1/documents/uploads", """
                {'shipment_id':'%s','document_files':[{'doc_file':'%s','doc_name':'invoice.pdf',
                 'doc_type':'commercial_invoice'}]}""".formatted(shipment, file));
    }

    @Test
    void papersOfAShipmentAreOneRecord() {
        Answer shipment = karrio.shipment("express", "mydhl_express_domestic");
        String id = shipment.at("/id");

        assertThat(upload(id, "JVBERi0=").status()).isEqualTo(201);
        Answer second = upload(id, "JVBERi0=");
        assertThat(second.json().at("/documents")).hasSize(2);
        assertThat(karrio.get("/v1/documents/uploads?shipment_id=" + id).at("/results/0/id"))
                .isEqualTo(second.at("/id"));
        assertThat(sandbox.papers("karrio")).hasSize(2).allSatisfy(paper -> {
            assertThat(paper.kind()).isEqualTo("commercial_invoice");
            assertThat(paper.shipment()).contains(shipment.at("/tracking_number"));
        });
        assertThat(karrio.get("/v1/documents/uploads/" + second.at("/id")).status())
                .isEqualTo(500);
    }

    @Test
    void papersAreTakenForWhatWasBoughtFromACarrierThatTakesThem() {
        String express = karrio.shipment("express", "mydhl_express_domestic").at("/id");

        assertThat(upload("shp_unknown", "JVBERi0=").status()).isEqualTo(400);
        assertThat(upload(canadian().at("/id"), "JVBERi0=").status()).isEqualTo(406);
        assertThat(upload(express, "no base64").at("/errors/0/message"))
                .isEqualTo("document_files[0].doc_file: Invalid base64 file content");
        karrio.post("/v1/shipments/" + express + "/cancel", "");
        assertThat(upload(express, "JVBERi0=").status()).isEqualTo(409);
    }
}
