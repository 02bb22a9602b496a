package org.rulebatch.ruleyaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One read, made once or for each item of a parent discovery, and the items it emits.
 *
 * @param id unique in the file, {@code aws.s3.get_bucket_versioning}
 * @param forEach the parent discovery, or null
 * @param client boto3 client
 * @param action boto3 method
 * @param params parameter to literal, or to a template over {@code item}
 * @param saveAs what templates call the response
 * @param itemsFor template of the list whose elements are emitted; null where the response is one item
 * @param item emitted key to template
 */
public record Discovery(
        String id,
        @Nullable String forEach,
        String client,
        String action,
        Map<String, Object> params,
        String saveAs,
        @Nullable String itemsFor,
        Map<String, String> item) {

    /** What {@code emit.as} names an element of {@code items_for}. */
    public static final String ELEMENT = "resource";

    public Discovery {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        item = Collections.unmodifiableMap(new LinkedHashMap<>(item));
    }
}
