package com.trackingmcp.mcp.internal.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's keys, where its own metadata says that they are: of an authorization server (RFC 8414), else of OpenID Connect.
 * Asked for when keys are needed, and again after keys could not be read there. To be cached by who asks. Safe for use by
 * many threads.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final String OAUTH = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";

    private final String issuer;
    private final ResourceRetriever web;
    private volatile @Nullable URLBasedJWKSetSource<SecurityContext> found;

    IssuerKeys(String issuer, ResourceRetriever web) {
        this.issuer = issuer;
        this.web = web;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        URLBasedJWKSetSource<SecurityContext> keys = found;
        if (keys == null) {
            keys = new URLBasedJWKSetSource<>(discovered(), web);
            found = keys;
        }
        try {
            return keys.getJWKSet(refresh, now, context);
        } catch (KeySourceException e) {
            // they may have moved
            found = null;
            throw e;
        }
    }

    @Override
    public void close() {}

    /** The first of its documents that is there decides. */
    private URL discovered() throws JWKSetUnavailableException {
        IOException last = new IOException("nowhere");
        for (URI place : places(URI.create(issuer))) {
            try {
                String document = web.retrieveResource(place.toURL()).getContent();
                return keysOf(JSONObjectUtils.parse(document), place).toURL();
            } catch (IOException e) {
                last = e;
            } catch (ParseException e) {
                throw new JWKSetUnavailableException("The metadata at " + place + " is not as it must be", e);
            }
        }
        throw new JWKSetUnavailableException("The issuer " + issuer + " tells nowhere where its keys are", last);
    }

    private URI keysOf(Map<String, Object> document, URI place) throws ParseException, JWKSetUnavailableException {
        // whoever could write another issuer's document there could sign in its name
        if (!issuer.equals(JSONObjectUtils.getString(document, "issuer"))) {
            throw new JWKSetUnavailableException("The metadata at " + place + " is of another issuer");
        }
        URI keys = Optional.ofNullable(JSONObjectUtils.getURI(document, "jwks_uri"))
                .orElseThrow(() -> new JWKSetUnavailableException("The metadata at " + place + " names no jwks_uri"));
        if (!SafeAddress.is(keys)) {
            throw new JWKSetUnavailableException("The keys are at " + keys + ", where anybody could change them");
        }
        return keys;
    }

    /** Where its documents may be: a path of the issuer stands behind the well-known one, or before it. */
    static List<URI> places(URI issuer) {
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/+$", "");
        URI root = issuer.resolve("/");
        return List.of(OAUTH + path, OPENID + path, path + OPENID).stream()
                .distinct()
                .map(root::resolve)
                .toList();
    }
}
