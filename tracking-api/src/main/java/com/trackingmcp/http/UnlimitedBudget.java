package com.trackingmcp.http;

import com.trackingmcp.observe.QuotaStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** There is always another one. Stateless. */
enum UnlimitedBudget implements QuotaStorage.Budget {
    INSTANCE;

    static final CompletableFuture<QuotaStorage.Permit> NOW =
            CompletableFuture.completedFuture(QuotaStorage.Permit.now());

    @Override
    public CompletableFuture<QuotaStorage.Permit> take(Duration longestWait) {
        return NOW;
    }

    @Override
    public CompletableFuture<QuotaStorage.Permit> estimate(long permits, Duration idle) {
        return CompletableFuture.completedFuture(QuotaStorage.Permit.refused(idle, Optional.empty()));
    }

    @Override
    public void redeem() {
        // nothing is ever kept
    }

    @Override
    public void giveBack() {
        // nothing was counted
    }

    @Override
    public CompletableFuture<List<QuotaStatus.Window>> remaining() {
        return CompletableFuture.completedFuture(List.of());
    }
}
