package com.trackingmcp.mcp.internal.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TokenVerifier;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * JSON Web Tokens of one issuer for this server: their signature by the issuer's published keys, issuer, audience and
 * expiry are checked, with a minute's allowance for clocks that differ. The role comes from the scopes. Safe for use by
 * many threads.
 */
public final class JwtTokens implements TokenVerifier {
    private static final int SKEW_SECONDS = 60;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    /** How long keys serve on that cannot be read again. */
    private static final long OUTAGE_MILLIS = 4 * 60 * 60 * 1_000L;

    private static final int LARGEST_KEY_SET = 262_144;
    private static final int LONGEST_TOKEN = 8_000;
    private static final int LONGEST_SUBJECT = 200;
    /** Only algorithms whose verifying key is no secret; none that a public key could be abused for as a secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    /** Whether the issuer's keys were ever read: as long as they were not, nobody can be called a liar. */
    private volatile boolean keysRead;

    /**
     * Tokens of an issuer.
     *
     * @param issuer as the tokens name it
     * @param audience this server's URI, as the tokens name it
     * @param keys where the issuer publishes its keys, asked for when the first token comes; where it is absent, the
     *     issuer's metadata tells
     */
    public JwtTokens(String issuer, String audience, Optional<URI> keys) {
        // cached for five minutes; a key that is not known yet is asked for, though not more often than each 30 s
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(published(issuer, keys))
                .cache(true)
                .rateLimited(true)
                .retrying(true)
                .outageTolerant(OUTAGE_MILLIS)
                .build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, (selector, context) -> {
            List<JWK> found = source.get(selector, context);
            keysRead = true;
            return found;
        }));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT,
                new JOSEObjectType("at+jwt"),
                new JOSEObjectType("application/at+jwt"),
                // issuers that leave the type out
                null));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static JWKSetSource<SecurityContext> published(String issuer, Optional<URI> keys) {
        ResourceRetriever web = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET);
        if (keys.isEmpty()) {
            return new IssuerKeys(issuer, web);
        }
        try {
            return new URLBasedJWKSetSource<>(keys.get().toURL(), web);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not an address of a key set: " + keys.get(), e);
        }
    }

    @Override
    public Optional<Caller> verify(String bearerToken) {
        if (bearerToken.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = processor.process(bearerToken, null);
            String subject = claims.getSubject();
            if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
                return Optional.empty();
            }
            Role role = Scopes.role(scopes(claims)).orElseThrow(ScopeMissingException::new);
            return Optional.of(new Caller("oauth:" + subject, role));
        } catch (ParseException | BadJOSEException e) {
            return Optional.empty();
        } catch (KeySourceException e) {
            if (e instanceof RateLimitReachedException && keysRead) {
                // a key that nobody knows
                return Optional.empty();
            }
            throw new IllegalStateException("The issuer's keys cannot be read", e);
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    /** What was granted: {@code scope} as the standard has it, or {@code scp} as some issuers have it. */
    private static List<String> scopes(JWTClaimsSet claims) throws ParseException {
        Object told = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        if (told instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return told == null ? List.of() : List.of(told.toString().strip().split("\\s+"));
    }
}
