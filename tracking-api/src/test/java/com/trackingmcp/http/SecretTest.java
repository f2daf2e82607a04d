package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecretTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @Test
    void aSecretNeverShowsItself() {
        Secret secret = Secret.of("test-secret");
        assertThat(secret).hasToString("****");
        assertThat(secret.reveal()).isEqualTo("test-secret");
        assertThat(Credentials.of("test-id", "test-secret").toString()).doesNotContain("test");
    }

    @Test
    void aSecretThatWasWipedIsGone() {
        Secret secret = Secret.of("test-secret");
        int hash = secret.hashCode();
        secret.wipe();
        assertThat(secret.isWiped()).isTrue();
        assertThatIllegalStateException().isThrownBy(secret::reveal).withMessageNotContaining("test");
        assertThat(secret).hasToString("****").hasSameHashCodeAs(secret).isEqualTo(secret);
        assertThat(secret.hashCode()).isEqualTo(hash);
    }

    @Test
    void secretsAreEqualWhereTheirValuesAreAndNeitherWasWiped() {
        Secret one = Secret.of("test-secret");
        Secret same = Secret.of("test-secret".toCharArray());
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(Secret.of("test-secreu"));
        assertThat(one).isNotEqualTo(Secret.of("test-secret-")).isNotEqualTo("test-secret");
        same.wipe();
        assertThat(one).isNotEqualTo(same);
        assertThat(Secret.of("\0\0\0\0\0\0\0\0\0\0\0")).isNotEqualTo(same);
    }

    @Test
    void whoReadTheCharactersWipesTheirs() {
        char[] read = "test-secret".toCharArray();
        Secret secret = Secret.of(read);
        java.util.Arrays.fill(read, 'x');
        assertThat(secret.reveal()).isEqualTo("test-secret");
    }

    @Test
    void bothPartsOfCredentialsAreWiped() {
        Credentials credentials = Credentials.of("test-id", "test-secret");
        credentials.wipe();
        assertThat(credentials.id().isWiped()).isTrue();
        assertThat(credentials.secret().isWiped()).isTrue();
    }

    @Test
    void aClientThatIsClosedWipesItsTokensAndNotTheCredentialsItWasGiven() {
        Credentials given = Credentials.of("test-id", "test-secret");
        AtomicReference<CarrierContext> shared = new AtomicReference<>();
        TrackingClient client = server.built(server.builder().carrier(context -> {
            shared.set(context);
            return ParcelPost.carrier(ParcelPost.at(server.uri())).connect(context);
        }));
        CarrierContext context = shared.get();
        CarrierProfile profile = new CarrierProfile("parcelpost", "parcelpost", "Parcel Post");
        CarrierHttp open = context.http(profile).baseUri(server.uri()).build();
        OAuth2Tokens tokens = new OAuth2Tokens(open, "/oauth/token", OAuth2Tokens.Style.FORM, () -> given);
        context.http(profile).baseUri(server.uri()).authorization(tokens).build();
        Authorization.Header header = tokens.header(call()).join();
        assertThat(header.value().reveal()).isEqualTo("Bearer test-token-1");

        client.close();

        assertThat(header.value().isWiped()).isTrue();
        assertThat(tokens.validUntil()).isEmpty();
        assertThat(given.secret().reveal()).isEqualTo("test-secret");
    }

    private CallContext call() {
        return new CallContext("0".repeat(32), server.clock().instant().plus(Duration.ofSeconds(10)), false);
    }

    @Test
    void aClientThatIsClosedWipesTheHeaderItMadeOfAKeyAndNotTheKey() {
        Secret key = Secret.of("test-key");
        Supplier<Secret> keys = () -> key;
        Authorization authorization = Authorization.apiKey("X-Key", keys);
        Authorization.Header before = authorization.header(call()).join();
        authorization.wipe();
        assertThat(before.value().isWiped()).isTrue();
        assertThat(key.reveal()).isEqualTo("test-key");
        assertThat(authorization.header(call()).join().value().isWiped()).isTrue();
    }
}
