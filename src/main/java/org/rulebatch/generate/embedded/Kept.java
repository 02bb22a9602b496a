package org.rulebatch.generate.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps the values that were used last; each is made once, by the thread that asks first. Thread-safe. */
public final class Kept<K, V> {

    private final Map<K, CompletableFuture<V>> values;

    Kept(int size) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > size;
            }
        };
    }

    V get(K key, Function<K, V> maker) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known;
        synchronized (values) {
            known = values.putIfAbsent(key, mine);
        }
        if (known != null) {
            return known.join();
        }
        try {
            V made = maker.apply(key);
            mine.complete(made);
            return made;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            synchronized (values) {
                values.remove(key);
            }
            throw e;
        }
    }
}
