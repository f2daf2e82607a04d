package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Things that are only kept: made, listed, read, changed and removed. Stateless but for its server.
 *
 * @param server where they are kept
 * @param kind the prefix of their ids
 * @param word what one is called, {@code Address}
 * @param operation the word for {@link SandboxCall#operation}
 * @param path where they are
 */
record KarrioShelf(KarrioServer server, String kind, String word, String operation, String path) {

    /**
     * Enters the routes of one kind.
     *
     * @param rules complains of what is wrong
     * @param shown a thing as the server shows it, from what was given
     */
    void enter(KarrioRoutes routes, Consumer<KarrioBody> rules, UnaryOperator<ObjectNode> shown) {
        String one = " " + path + "/{id}";
        routes.on(
                operation,
                "GET " + path,
                ask -> KarrioPage.of(ask, server.book().all(kind, ask), KarrioEntry::json));
        routes.on(operation, "POST " + path, ask -> add(ask, rules, shown));
        routes.on(operation, "GET" + one, ask -> ok(find(ask)));
        routes.on(operation, "PATCH" + one, ask -> change(ask, rules, shown));
        routes.on(operation, "DELETE" + one, this::remove);
    }

    private SandboxResponse add(KarrioAsk ask, Consumer<KarrioBody> rules, UnaryOperator<ObjectNode> shown) {
        KarrioBody form = KarrioBody.of(ask);
        rules.accept(form);
        form.check();
        KarrioEntry entry = server.book().enter(kind, ask, shown.apply(form.copy()));
        entry.json().remove("test_mode");
        return SandboxResponse.json(201, entry.json());
    }

    /** What is not given stays; the rules are for what comes of it. */
    private SandboxResponse change(KarrioAsk ask, Consumer<KarrioBody> rules, UnaryOperator<ObjectNode> shown) {
        KarrioEntry entry = find(ask);
        ObjectNode merged = entry.json().deepCopy();
        merged.setAll(KarrioBody.of(ask).copy());
        KarrioBody form = KarrioBody.of(merged);
        rules.accept(form);
        form.check();
        entry.json().setAll(shown.apply(merged));
        return ok(entry);
    }

    private SandboxResponse remove(KarrioAsk ask) {
        KarrioEntry entry = find(ask);
        server.book().remove(kind, entry.id());
        return ok(entry);
    }

    KarrioEntry find(KarrioAsk ask) {
        return server.book().find(kind, ask, ask.part("id")).orElseThrow(() -> KarrioRefusal.notFound(word));
    }

    static SandboxResponse ok(KarrioEntry entry) {
        return SandboxResponse.json(200, entry.json());
    }
}
