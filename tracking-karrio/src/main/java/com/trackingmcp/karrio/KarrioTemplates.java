package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Papers that Karrio makes from templates. Safe for use by many threads. Nothing is kept there and nobody is told: a lost answer
 * is asked for again.
 */
final class KarrioTemplates implements DocumentCapability {
    private static final String GENERATE = "generate_document";

    /** How every such file begins, in base64. */
    private static final String PDF = "JVBERi";

    private final KarrioDoor door;

    KarrioTemplates(KarrioDoor door) {
        this.door = door;
    }

    record Paper(
            @Nullable String template_id,
            @Nullable String template,
            @Nullable String doc_name,
            Map<String, Object> data) {}

    record Made(
            @Nullable String doc_format,
            @Nullable String doc_name,
            @Nullable String doc_file) {}

    /** The gateway itself takes no papers: its connections do. */
    @Override
    public void check(DocumentUpload upload, RequestCheck check) {}

    @Override
    public boolean generates() {
        return true;
    }

    @Override
    public CompletableFuture<Document> generate(DocumentRequest request, CallContext call) {
        RequestCheck check = new RequestCheck();
        if (request.templateId().isEmpty() && request.template().isEmpty()) {
            check.missing("template_id", "where no template is given");
        }
        return check.refusal(code -> door.fault(code, GENERATE))
                .<CompletableFuture<Document>>map(CompletableFuture::failedFuture)
                .orElseGet(() ->
                        KarrioAnswers.known("template", request.templateId().orElse("given"), ask(request, call)));
    }

    private CompletableFuture<Document> ask(DocumentRequest request, CallContext call) {
        Paper body = new Paper(
                request.templateId().orElse(null),
                request.template().orElse(null),
                request.name().orElse(null),
                new TreeMap<>(request.data()));
        CarrierRequest.Builder question = CarrierRequest.postToRead(GENERATE)
                .path("/v1/documents/generate")
                .json(WireJson.write(body));
        return door.send(question, call).thenApply(response -> {
            Made made = WireJson.read(response, Made.class);
            String content = WireText.text(made.doc_file())
                    .orElseThrow(() -> response.fault(ErrorCode.MALFORMED_RESPONSE)
                            .argument("reason", "it holds no document")
                            .toException());
            return Document.builder()
                    .kind("document")
                    .mediaType(mediaType(made))
                    .base64(content)
                    .build();
        });
    }

    /** As Karrio or the name says; where neither does, as the content begins. */
    private static Optional<String> mediaType(Made made) {
        return Stream.of(
                        WireText.text(made.doc_format()).map(word -> "." + word.toLowerCase(Locale.ROOT)),
                        WireText.text(made.doc_name()))
                .flatMap(Optional::stream)
                .flatMap(name -> DocumentFormat.ofFile(name).stream())
                .findFirst()
                .map(DocumentFormat::mediaType)
                .or(() -> WireText.text(made.doc_file())
                        .filter(content -> content.startsWith(PDF))
                        .map(pdf -> DocumentFormat.PDF.mediaType()));
    }
}
